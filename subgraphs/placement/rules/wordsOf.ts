/** The words of a name in capitals, without accents and punctuation: `D'Ornay, Maria Y.` is DORNAY MARIA Y. */
export function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .split(/[\s.,\-/]+/u)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')
}
