import { countDown } from './countDown.ts'

/** How long requests wait for the store. */
export interface Patience {
  /** Waits within what is left of the request's share; undefined when nothing came in time, or all is used up. */
  readonly wait: <Value>(request: object, work: () => Promise<Value>) => Promise<Value | undefined>
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
  const accounts = new WeakMap<object, Account>()

  function begin(account: Account, end: () => void): void {
    account.waiting.add(end)
    if (account.waiting.size > 1) return
    account.stop = countDown(milliseconds - account.spent, () => {
      for (const endOne of account.waiting) endOne()
    })
  }
  function finish(account: Account, end: () => void): void {
    account.waiting.delete(end)
    if (account.waiting.size === 0) account.spent += account.stop()
  }

  async function wait<Value>(request: object, work: () => Promise<Value>): Promise<Value | undefined> {
    const account = accounts.get(request) ?? { spent: 0, waiting: new Set(), stop: () => 0 }
    accounts.set(request, account)
    if (account.spent >= milliseconds) return undefined
    const { promise: over, resolve: end } = Promise.withResolvers<undefined>()
    const finishOne = (): void => end(undefined)
    begin(account, finishOne)
    try {
      return await Promise.race([work(), over])
    } catch {
      return undefined
    } finally {
      finish(account, finishOne)
    }
  }
  return { wait }
}
