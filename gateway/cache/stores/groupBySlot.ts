/**
 * Groups items whose keys Redis Cluster surely keeps together: those with the same text between their first braces, or
 * that are the same.
 */
export function groupBySlot<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  return [...Map.groupBy(items, (item) => hashTagOf(keyOf(item))).values()]
}

/** https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags */
function hashTagOf(key: string): string {
  const start = key.indexOf('{')
  const end = start === -1 ? -1 : key.indexOf('}', start)
  return end > start + 1 ? key.slice(start + 1, end) : key
}
