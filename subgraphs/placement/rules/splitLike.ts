/** The words, with each that another name writes apart written apart as there: BERESERAN like BERE SERAN. */
export function splitLike(words: readonly string[], other: readonly string[]): readonly string[] {
  return words.flatMap((word) => (other.includes(word) ? [word] : (partsOf(word, other) ?? [word])))
}

/** Neighbouring words that make up a word when written together, or undefined. */
function partsOf(word: string, neighbours: readonly string[]): readonly string[] | undefined {
  for (const start of neighbours.keys()) {
    let together = ''
    for (let end = start; end < neighbours.length && together.length < word.length; end += 1) {
      together += neighbours[end] ?? ''
      if (together === word) return neighbours.slice(start, end + 1)
    }
  }
  return undefined
}
