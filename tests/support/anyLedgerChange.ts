import fc from 'fast-check'

/** The files of a ledger, by name, without its lock, which is empty. */
export type FilesByName = Map<string, Buffer>

/** One change that somebody might make. */
export interface LedgerChange {
  readonly change: Change
  /** The files with it; null where it would be none. */
  readonly apply: (files: FilesByName) => FilesByName | null
}

interface Change {
  readonly kind:
    | 'flip'
    | 'remove a line'
    | 'duplicate a line'
    | 'swap lines'
    | 'insert a line'
    | 'insert another entry'
    | 'remove a segment'
    | 'remove the last entries'
    | 'move a line'
  readonly place: number
  readonly other: number
  readonly bit: number
}

/** Any one change of a ledger. */
export const anyLedgerChange: fc.Arbitrary<LedgerChange> = fc
  .record<Change>({
    kind: fc.constantFrom(
      'flip',
      'remove a line',
      'duplicate a line',
      'swap lines',
      'insert a line',
      'insert another entry',
      'remove a segment',
      'remove the last entries',
      'move a line',
    ),
    place: fc.nat(),
    other: fc.nat(),
    bit: fc.integer({ min: 0, max: 7 }),
  })
  .map((one) => ({ change: one, apply: (files) => change(files, one) }))

/** All lines with the segment that they stand in. */
function linesOf(files: FilesByName): { readonly name: string; readonly line: string }[] {
  return [...files]
    .filter(([name]) => name.endsWith('.jsonl'))
    .flatMap(([name, bytes]) =>
      bytes
        .toString('latin1')
        .trimEnd()
        .split('\n')
        .map((line) => ({ name, line })),
    )
}

/** Makes one change, or answers null where it would be none. */
function change(files: FilesByName, { kind, place, other, bit }: Change): FilesByName | null {
  const segments = [...files.keys()].filter((name) => name.endsWith('.jsonl'))
  const lines = linesOf(files)
  const at = place % lines.length
  const to = other % lines.length
  const put = (changed: readonly { readonly name: string; readonly line: string }[]): FilesByName =>
    new Map(
      [...files].map(([name, bytes]) => {
        const own = changed.filter((one) => one.name === name).map(({ line }) => `${line}\n`)
        return [name, name.endsWith('.jsonl') ? Buffer.from(own.join(''), 'latin1') : bytes]
      }),
    )
  const one = lines[at]
  const another = lines[to]
  if (one === undefined || another === undefined) return null
  switch (kind) {
    case 'flip': {
      const name = [...files.keys()][place % files.size] ?? ''
      const bytes = Buffer.from(files.get(name) ?? '')
      const index = other % bytes.length
      bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << bit), index)
      return new Map(files).set(name, bytes)
    }
    case 'remove a line':
      return put(lines.toSpliced(at, 1))
    case 'duplicate a line':
      return put(lines.toSpliced(at, 0, one))
    case 'swap lines':
      if (at === to) return null
      return put(lines.with(at, { ...one, line: another.line }).with(to, { ...another, line: one.line }))
    case 'insert a line':
      return put(lines.toSpliced(at, 0, { ...one, line: 'a line that is none' }))
    case 'insert another entry':
      return put(
        lines.toSpliced(at, 0, { ...one, line: one.line.replace('officer', 'worker').replace('LTSA', 'BP2MI') }),
      )
    case 'remove a segment': {
      const copy = new Map(files)
      copy.delete(segments[place % segments.length] ?? '')
      return copy
    }
    case 'remove the last entries':
      return put(lines.slice(0, at))
    case 'move a line':
      if (at === to) return null
      return put(lines.toSpliced(at, 1).toSpliced(to, 0, { ...one, name: another.name }))
    default:
      return kind satisfies never
  }
}
