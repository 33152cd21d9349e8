/**
 * Whether each of the fewer words can have one of the more for itself, such that every pair is alike (bipartite matching by
 * augmenting paths, so that no early choice spoils a later one).
 */
export function canPair(
  fewer: readonly string[],
  more: readonly string[],
  alike: (one: string, other: string) => boolean,
): boolean {
  const partnerOf = new Map<number, number>()

  function pair(word: number, tried: Set<number>): boolean {
    for (const [candidate, text] of more.entries()) {
      if (tried.has(candidate) || !alike(fewer[word] ?? '', text)) continue
      tried.add(candidate)
      const partner = partnerOf.get(candidate)
      if (partner === undefined || pair(partner, tried)) {
        partnerOf.set(candidate, word)
        return true
      }
    }
    return false
  }

  return [...fewer.keys()].every((word) => pair(word, new Set()))
}
