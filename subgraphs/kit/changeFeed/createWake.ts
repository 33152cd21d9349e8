/** Lets one loop sleep until there is something to do. */
export interface Wake {
  /** Ends the sleep, or the next one if nobody sleeps now. */
  readonly wake: () => void
  /** Sleeps until woken, for so many milliseconds at most, or until `signal` aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** Makes a wake for one sleeper. */
export function createWake(): Wake {
  let awake = false
  let rouse: (() => void) | undefined
  return {
    wake() {
      awake = true
      rouse?.()
    },
    async sleep(milliseconds, signal) {
      if (!awake && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, milliseconds)
        const end = (): void => resolve()
        rouse = end
        signal.addEventListener('abort', end, { once: true })
        await promise
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        rouse = undefined
      }
      awake = false
    },
  }
}
