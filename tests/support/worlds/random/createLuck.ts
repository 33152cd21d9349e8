import type { Dice } from '../../graphs/Writing.ts'

/** What dice decide. */
export interface Luck {
  readonly dice: Dice
  /** One of some things, of which there has to be one. */
  readonly pick: <T>(items: readonly T[]) => T
  /** Happens once in so many times. */
  readonly oneIn: (times: number) => boolean
}

export function createLuck(dice: Dice): Luck {
  return {
    dice,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new Error('There is nothing to pick from.')
      return items[dice(items.length)] as T
    },
    oneIn: (times) => dice(times) === 0,
  }
}
