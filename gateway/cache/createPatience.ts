import { oncePerObject } from '../../platform/oncePerObject.ts'
import { countDown } from '../redis/countDown.ts'

/** How long requests wait for the store. */
export interface Patience {
  /** Waits within what is left of the share of each of these requests; undefined when nothing came in time, or one's is used up. */
  readonly wait: <Value>(requests: readonly object[], work: () => Promise<Value>) => Promise<Value | undefined>
}

interface Account {
  spent: number
  /** Ends what the request is waiting for. */
  readonly waiting: Set<() => void>
  stop: () => number
}

/**
 * Gives each request so many milliseconds of waiting for the store, over all of its fetches; those side by side wait
 * together and count once. A rejection counts as nothing that came.
 */
export function createPatience(milliseconds: number): Patience {
  const accountOf = oncePerObject((_request: object): Account => ({
    spent: 0,
    waiting: new Set<() => void>(),
    stop: () => 0,
  }))

  function begin(account: Account, giveUp: () => void): void {
    account.waiting.add(giveUp)
    if (account.waiting.size > 1) return
    account.stop = countDown(milliseconds - account.spent, () => {
      for (const giveUpOne of account.waiting) giveUpOne()
    })
  }
  function finish(account: Account, giveUp: () => void): void {
    if (account.waiting.delete(giveUp) && account.waiting.size === 0) account.spent += account.stop()
  }

  // One promise for each: a race of two takes four, and there is a wait for each agency of each request.
  function wait<Value>(requests: readonly object[], work: () => Promise<Value>): Promise<Value | undefined> {
    const accounts = requests.map(accountOf)
    if (accounts.some(({ spent }) => spent >= milliseconds)) return Promise.resolve(undefined)
    return new Promise((resolve) => {
      function end(value: Value | undefined): void {
        for (const account of accounts) finish(account, giveUp)
        resolve(value)
      }
      const giveUp = (): void => end(undefined)
      for (const account of accounts) begin(account, giveUp)
      work().then(end, giveUp)
    })
  }
  return { wait }
}
