import DataLoader from 'dataloader'

/** Loads rows that other rows refer to, so that each must be there; a key without a row rejects. */
export function createReferenceLoader<Key extends string, Row extends object>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row> {
  return new DataLoader<Key, Row>(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => rows.get(key) ?? new Error('A row that another one refers to is not there.'))
  })
}
