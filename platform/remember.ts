/** Texts that are remembered; what people and servers send over and over again are few. */
const most = 100

/** Reads a text that comes again without reading it again. Forgets all when there are too many: that costs no more than not to know. */
export function remember<Text extends string | undefined, Result>(
  read: (text: Text) => Result,
): (text: Text) => Result {
  const known = new Map<Text, { readonly result: Result }>()
  return function readOnce(text) {
    const before = known.get(text)
    if (before !== undefined) return before.result
    const result = read(text)
    if (known.size === most) known.clear()
    known.set(text, { result })
    return result
  }
}
