import DataLoader from 'dataloader'

/** Loads the rows of many keys at once; a key without rows gets an empty list. Rows keep the order they come in. */
export function createListLoader<Key extends string, Row>(
  read: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, readonly Row[]> {
  return new DataLoader<Key, readonly Row[]>(async (keys) => {
    const lists = new Map<Key, Row[]>(keys.map((key) => [key, []]))
    for (const row of await read(keys)) lists.get(keyOf(row))?.push(row)
    return keys.map((key) => lists.get(key) ?? [])
  })
}
