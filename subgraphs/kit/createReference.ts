/** Finds the row that another row refers to by its key. Throws when there is none. */
export type Reference<Row> = (key: string) => Row

/** Keeps rows that only a migration changes in memory, so that no request has to ask for them. */
export function createReference<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Reference<Row> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return function find(key) {
    const row = byKey.get(key)
    if (row === undefined) throw new Error('A row that another one refers to is not there.')
    return row
  }
}
