import type { Random } from './createRandom.ts'

/** One of the items, each as likely as the others. Throws when there is none. */
export function drawFrom<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.wholeNumber(0, items.length - 1)]
  if (item === undefined) throw new Error('There is nothing to draw from.')
  return item
}
