import type { Operation } from './Operation.ts'
import { createClient } from './createClient.ts'
import type { LoadClient } from './createClient.ts'
import { findFault } from './findFault.ts'

export interface LoadOptions {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly clients: number
  /** When to begin no more requests: after so many milliseconds, or so many requests. */
  readonly until: { readonly milliseconds: number } | { readonly requests: number }
  readonly operation: Operation
  /** The NIK of the next request. */
  readonly nextNik: () => string
  readonly signal: AbortSignal
}

/** What clients saw. */
export interface LoadResult {
  /** Milliseconds of each answer, as they came. */
  readonly latencies: readonly number[]
  /** Milliseconds from the first request to the last answer. */
  readonly duration: number
  /** What was wrong with the first answer that was; nothing was asked after it. */
  readonly fault: string | undefined
}

/**
 * Runs clients that each ask again as soon as they are answered, and compares every answer with the expected one. Ends with
 * the first wrong one. Rejects when the signal aborts.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { url, headers, clients, until, signal } = options
  const latencies: number[] = []
  const begun = performance.now()
  let fault: string | undefined
  let left = 'requests' in until ? until.requests : Infinity
  const end = 'milliseconds' in until ? begun + until.milliseconds : Infinity

  async function loop(client: LoadClient): Promise<void> {
    while (fault === undefined && left > 0 && performance.now() < end) {
      signal.throwIfAborted()
      left -= 1
      const asked = performance.now()
      const found = await ask(client, options)
      latencies.push(performance.now() - asked)
      fault ??= found
    }
  }
  const opened = Array.from({ length: clients }, () => createClient(url, headers))
  try {
    await Promise.all(opened.map(loop))
  } finally {
    await Promise.all(opened.map((client) => client.close()))
  }
  return { latencies, duration: performance.now() - begun, fault }
}

/** Asks once; answers what was wrong with the answer. */
async function ask(client: LoadClient, { operation, nextNik }: LoadOptions): Promise<string | undefined> {
  const niks = [nextNik()]
  try {
    return findFault(await client.post(operation.body(niks)), operation.data(niks))
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : String(error)}`
  }
}
