import { fault } from '../../../platform/fault.ts'
import { whileGrowing } from '../../../platform/whileGrowing.ts'

export interface GroupsOptions {
  /** Writes a group. It is not called again before it has settled. */
  readonly commit: (contents: readonly string[]) => Promise<void>
  /** Characters that may wait. */
  readonly mostWaiting: number
}

/** Lets what is added while a group is being written go together in the next one. */
export interface Groups {
  /** Resolves once it is written; rejects with LEDGER_UNAVAILABLE when it is not, when too much waits, or when the signal aborts. */
  readonly add: (content: string, signal?: AbortSignal) => Promise<void>
  /** Resolves when nothing waits or is being written. */
  readonly idle: () => Promise<void>
}

interface Waiting {
  readonly content: string
  readonly resolve: () => void
  readonly reject: (reason: Error) => void
}

/**
 * Makes groups. What is added in one turn of the event loop goes together, and with what the turns after it bring, as long as they
 * do: a sync costs the same whatever is in the group.
 */
export function createGroups({ commit, mostWaiting }: GroupsOptions): Groups {
  const waiting = new Set<Waiting>()
  let length = 0
  let running: Promise<void> | undefined

  const gather = (): Promise<void> => whileGrowing(() => waiting.size)

  async function run(): Promise<void> {
    for (await gather(); waiting.size > 0; await gather()) {
      const group = [...waiting]
      waiting.clear()
      length = 0
      try {
        await commit(group.map(({ content }) => content))
        for (const { resolve } of group) resolve()
      } catch {
        for (const { reject } of group) reject(unavailable())
      }
    }
    running = undefined
  }

  return {
    add(content, signal) {
      if (signal?.aborted === true || length + content.length > mostWaiting) return Promise.reject(unavailable())
      return new Promise((resolve, reject) => {
        function leave(): void {
          if (waiting.delete(one)) length -= content.length
          reject(unavailable())
        }
        const stay = (): void => signal?.removeEventListener('abort', leave)
        const one: Waiting = {
          content,
          resolve: () => (stay(), resolve()),
          reject: (reason) => (stay(), reject(reason)),
        }
        signal?.addEventListener('abort', leave, { once: true })
        waiting.add(one)
        length += content.length
        running ??= run()
      })
    },

    async idle() {
      await running
    },
  }
}

function unavailable(): Error {
  return fault('LEDGER_UNAVAILABLE')
}
