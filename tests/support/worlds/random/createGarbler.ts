import type { Tamper } from '../../createMemoryDispatch.ts'
import type { Dice } from '../../graphs/Writing.ts'
import { scalars } from './scalars.ts'

/** A value of an answer, with what holds it. */
interface Spot {
  readonly holder: object
  readonly key: string
}

/** Makes what leaves out up to three values of each answer, or puts something in their place that no type has. */
export function createGarbler(dice: Dice): Tamper {
  return function garble(answer) {
    for (let left = 1 + dice(3); left > 0; left -= 1) {
      const spots = spotsIn(answer.data)
      const spot = spots.length === 0 ? undefined : spots[dice(spots.length)]
      if (spot !== undefined) garbleAt(spot, dice(4) === 0)
    }
    return answer
  }
}

function garbleAt({ holder, key }: Spot, isLeftOut: boolean): void {
  // A list that is one item shorter is a list as good as any.
  if (isLeftOut && !Array.isArray(holder)) Reflect.deleteProperty(holder, key)
  else Reflect.set(holder, key, key === '__typename' ? 'Garbage' : { garbage: true })
}

/** Without what may be a scalar of the agencies' own: whatever it is, they alone know whether it should be. */
function spotsIn(holder: unknown): readonly Spot[] {
  if (typeof holder !== 'object' || holder === null) return []
  const entries = Object.entries(holder).filter(([, value]) => value !== null && !known.has(JSON.stringify(value)))
  return entries.flatMap(([key, value]) => [{ holder, key }, ...spotsIn(value)])
}

const known = new Set(scalars.map((one) => JSON.stringify(one)))
