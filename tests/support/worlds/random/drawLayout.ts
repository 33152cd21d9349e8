import type { Layout } from './DrawnGraph.ts'
import type { Luck } from './createLuck.ts'

/** Two to four agencies; in half of the graphs, one of them at least knows the interface as an object. */
export function drawLayout({ dice, oneIn }: Luck): Layout {
  const agencies = ['a', 'b', 'c', 'd'].slice(0, 2 + dice(3))
  const isKeyed = oneIn(2)
  const strangers = isKeyed ? agencies.slice(1).filter(() => oneIn(2)) : []
  const last = agencies.slice(-1)
  return { agencies, isKeyed, strangers: new Set(isKeyed && strangers.length === 0 ? last : strangers) }
}
