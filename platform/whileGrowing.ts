import { setImmediate as nextTurn } from 'node:timers/promises'

/** Turns of the event loop that are waited for at most. */
const mostTurns = 3

/**
 * Waits for the next turn of the event loop, and for another as long as each brought more, so that what comes together under load
 * is handled together. No timer is waited for: who is alone goes on after one turn.
 */
export async function whileGrowing(size: () => number): Promise<void> {
  for (let turns = 0, before = 0; size() > before && turns < mostTurns; turns += 1) {
    before = size()
    await nextTurn()
  }
}
