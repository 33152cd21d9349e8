/** `npm run soak`: whether the memory of the gateway stays what it is, however many operations it answers. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stopRequest } from '../scripts/stopRequest.mjs'
import { readApi } from './data/readApi.ts'
import { openOperation } from './load/openOperation.ts'
import { runLoad } from './load/runLoad.ts'
import type { LoadOptions } from './load/runLoad.ts'
import { createNiks } from './run/createNiks.ts'
import { openWorld } from './run/openWorld.ts'
import { mixOperations } from './soak/mixOperations.ts'
import { openHeap } from './soak/openHeap.ts'
import type { Heap } from './soak/openHeap.ts'
import { variedShapes } from './soak/variedShapes.ts'
import { startOurs } from './systems/startOurs.ts'
import { shapes } from './workloads/shapes.ts'

/** How much larger the heap may be in the end. */
const allowed = 1.1

/**
 * The least that the cache can be given, so that it is full early, a way to see the heap, and texts of every kind, of which none
 * is registered.
 */
const variables = {
  OPERATIONS: 'any',
  CACHE: 'memory',
  CACHE_MEMORY_BYTES: '1048576',
  NODE_OPTIONS: '--inspect=127.0.0.1:0',
}

const signal = stopRequest()

/** Answers whether the heap ends within a tenth of what it was after the warm-up. Rejects with what was wrong with an answer. */
async function soak({ warmUp, requests }: Counts): Promise<boolean> {
  const niks = createNiks()
  const world = await openWorld({ knownNiks: niks.known(shapes.one), signal, say: console.log })
  const gateway = await startOurs('gateway', variables, world).catch(async (error: unknown) => {
    await world.close()
    throw error
  })
  try {
    const heap = await openHeap(join(world.folder, 'gateway.log'))
    const api = readApi()
    const operation = mixOperations(variedShapes().map((shape) => openOperation(shape, api)))
    const load = { url: gateway.url, clients: 16, operation, nextNik: niks.sequence(shapes.one, 'new'), signal }

    const before = await heapAfter(warmUp, load, heap)
    const after = await heapAfter(requests, load, heap)
    heap.close()
    console.log(`${(after / before).toFixed(3)}x of what it was after the warm-up; allowed is ${allowed}x`)
    return after <= before * allowed
  } finally {
    await gateway.stop()
    await world.close()
  }
}

/** Bytes of the heap after so many requests. */
async function heapAfter(requests: number, load: Omit<LoadOptions, 'until'>, heap: Heap): Promise<number> {
  const { fault, duration } = await runLoad({ ...load, until: { requests } })
  if (fault !== undefined) throw new Error(`An answer was wrong: ${fault}`)
  const bytes = await heap.measure()
  const seconds = Math.round(duration / 1000)
  console.log(`${requests} requests in ${seconds} s; heap ${(bytes / 1_048_576).toFixed(1)} MiB after them`)
  return bytes
}

interface Counts {
  /** Requests after which every bound has been reached. */
  readonly warmUp: number
  readonly requests: number
}

function readCounts(): Counts {
  const { values } = parseArgs({
    options: { 'warm-up': { type: 'string', default: '40000' }, requests: { type: 'string', default: '200000' } },
  })
  return { warmUp: readCount('warm-up', values['warm-up']), requests: readCount('requests', values.requests) }
}

function readCount(flag: string, text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new Error(`--${flag} is no number of requests.`)
  return count
}

try {
  process.exitCode = (await soak(readCounts())) ? 0 : 1
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(signal.aborted ? 'Stopped before the end.' : error.message)
  process.exitCode = 1
}
