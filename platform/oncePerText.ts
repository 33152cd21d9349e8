/** What people and servers send over and over again are few texts. */
const fewTexts = 100
/** Characters of the longest text that is remembered: whoever may send texts of any length would fill the memory. */
const longestText = 8_192

/**
 * Reads a text that comes again without reading it again. Forgets all when there are too many, which costs less than to keep an
 * order: to find out which one was used least takes longer than to read most texts.
 */
export function oncePerText<Text extends string | undefined, Result>(
  read: (text: Text) => Result,
  most: number = fewTexts,
): (text: Text) => Result {
  const known = new Map<Text, { readonly result: Result }>()
  return function readOnce(text) {
    if (text !== undefined && text.length > longestText) return read(text)
    const before = known.get(text)
    if (before !== undefined) return before.result
    const result = read(text)
    if (known.size >= most) known.clear()
    known.set(text, { result })
    return result
  }
}
