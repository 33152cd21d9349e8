/** Lays rows out in columns of equal width: the first to the left, the others to the right. Cells that a row lacks are empty. */
export function renderRows(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_column, index) =>
    Math.max(...rows.map((row) => (row[index] ?? '').length)),
  )
  return rows
    .map((row) =>
      widths
        .map((width, index) => {
          const cell = row[index] ?? ''
          return index === 0 ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
