import { randomInt } from 'node:crypto'
import type { Cluster, Redis } from 'ioredis'
import type { Logger } from '../../../platform/Logger.ts'
import { untilAborted } from '../../../platform/untilAborted.ts'
import { closeRedis } from '../../redis/closeRedis.ts'
import { createRefusalLog } from '../../redis/createRefusalLog.ts'
import { logConnection } from '../../redis/logConnection.ts'
import { openRedis } from '../../redis/openRedis.ts'
import { readRedisUrl } from '../../redis/readRedisUrl.ts'
import type { CacheRead, CacheReading, CacheStore } from './CacheStore.ts'
import { createSlotCommands } from './createSlotCommands.ts'

export interface RedisStoreOptions {
  /** As `readRedisUrl` reads it. */
  readonly url: string
  readonly logger: Logger
  /** Counts a write that Redis refused, by the kind of its refusal. */
  readonly onRefusal?: (refusal: string) => void
  /** Draws a whole number below 2^48, hardly ever the same twice. */
  readonly random?: () => number
}

export interface RedisStore extends CacheStore<Buffer> {
  /** Whether there is a number of any of these counters. It gives none. */
  readonly hasAny: (counters: readonly string[], signal: AbortSignal) => Promise<boolean>
}

/**
 * A store in Redis that begins to connect at once and for ever, whether Redis is there or not. Reading is one MGET, in a
 * cluster one a slot. A counter without a number is given a random one when it is first read, and raising it takes the
 * number away: one that is lost, as Redis may lose any key, is as good as raised, and a change finds room where nothing
 * else does. Throws an EnvironmentError where the address is none.
 */
export function createRedisStore({ url, logger, ...options }: RedisStoreOptions): RedisStore {
  const { random = drawNumber, onRefusal } = options
  const address = readRedisUrl(url)
  const client = openRedis(address)
  const stopLogging = logConnection(client, logger)
  const refusals = createRefusalLog({ logger, onRefusal, now: () => performance.now() })
  const commands = createSlotCommands(client, { hasSlots: address.kind === 'cluster', random, refusals })

  async function find({ entries, counters }: CacheRead, signal: AbortSignal): Promise<CacheReading<Buffer>> {
    const found = await commands.find([...entries, ...counters])
    const values = new Map<string, Buffer>()
    for (const [at, key] of entries.entries()) {
      const value = found[at] ?? null
      if (value !== null) values.set(key, value)
    }
    const epochs = readNumbers(counters, found.slice(entries.length))
    const unnumbered = counters.filter((counter) => !epochs.has(counter))
    if (unnumbered.length === 0) return { values, epochs }
    signal.throwIfAborted()
    const given = readNumbers(unnumbered, await commands.number(unnumbered))
    return { values, epochs: new Map([...epochs, ...given]) }
  }

  return {
    async read(question, signal) {
      requireConnection(client, signal)
      return untilAborted(find(question, signal), signal)
    },
    async write(entries, signal) {
      requireConnection(client, signal)
      await untilAborted(commands.set(entries.filter(({ milliseconds }) => milliseconds > 0)), signal)
    },
    async increment(counters, signal) {
      requireConnection(client, signal)
      await untilAborted(commands.remove(counters), signal)
    },
    async hasAny(counters, signal) {
      requireConnection(client, signal)
      const found = await untilAborted(commands.find(counters), signal)
      return found.some((number) => number !== null)
    },
    close() {
      stopLogging()
      return closeRedis(client)
    },
  }
}

/** A client of a cluster would keep the command until there is a connection. */
function requireConnection({ status }: Redis | Cluster, signal: AbortSignal): void {
  signal.throwIfAborted()
  if (status !== 'ready') throw Object.assign(new Error('There is no connection to Redis.'), { code: 'NO_CONNECTION' })
}

/** Those that there are, in the order of their counters. */
function readNumbers(counters: readonly string[], found: readonly (Buffer | null)[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const [at, counter] of counters.entries()) {
    const number = readNumber(found[at] ?? null)
    if (number !== undefined) numbers.set(counter, number)
  }
  return numbers
}

function readNumber(value: Buffer | null): number | undefined {
  if (value === null) return undefined
  const number = Number(value.toString('latin1'))
  if (!Number.isSafeInteger(number)) throw new Error('A counter in Redis is no number.')
  return number
}

function drawNumber(): number {
  return randomInt(2 ** 48 - 1)
}
