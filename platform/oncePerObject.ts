/** Makes something of an object once, for as long as the object lives. */
export function oncePerObject<Item extends object, Result>(make: (item: Item) => Result): (item: Item) => Result {
  const known = new WeakMap<Item, { readonly result: Result }>()
  return function makeOnce(item) {
    const before = known.get(item)
    if (before !== undefined) return before.result
    const result = make(item)
    known.set(item, { result })
    return result
  }
}
