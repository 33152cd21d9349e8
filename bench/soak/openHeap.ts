import { readFileSync } from 'node:fs'

/** The heap of a process that runs with `--inspect`. */
export interface Heap {
  /** Bytes that are in use when everything is collected that can be. */
  readonly measure: () => Promise<number>
  readonly close: () => void
}

interface Reply {
  readonly id: number
  readonly result?: { readonly usedSize?: number }
  readonly error?: { readonly message: string }
}

/** Milliseconds that a collection may take. */
const patience = 30_000

/** Opens the heap of a process by the address that its log names (https://chromedevtools.github.io/devtools-protocol/v8/). */
export async function openHeap(log: string): Promise<Heap> {
  const address = /ws:\/\/\S+/.exec(readFileSync(log, 'utf8'))?.[0]
  if (address === undefined) throw new Error('The process does not let itself be inspected.')
  const socket = new WebSocket(address)
  const waiting = new Map<number, (reply: Reply) => void>()
  let asked = 0
  socket.addEventListener('message', ({ data }) => {
    const reply: unknown = JSON.parse(String(data))
    if (!isReply(reply)) return
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The process cannot be inspected.')))
  })

  async function ask(method: string): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>()
    const timer = setTimeout(() => reject(new Error(`${method} took too long.`)), patience)
    asked += 1
    waiting.set(asked, resolve)
    socket.send(JSON.stringify({ id: asked, method }))
    const reply = await promise.finally(() => clearTimeout(timer))
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error.message}`)
    return reply
  }

  return {
    async measure() {
      await ask('HeapProfiler.collectGarbage')
      const { result } = await ask('Runtime.getHeapUsage')
      return result?.usedSize ?? 0
    },
    close: () => socket.close(),
  }
}

/** What is no reply is an event, of which none is asked for. */
function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && 'id' in message
}
