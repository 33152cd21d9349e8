import type { Cluster, Redis } from 'ioredis'
import type { RefusalLog } from '../../redis/createRefusalLog.ts'
import type { CacheEntry } from './CacheStore.ts'
import { counterLife } from './counterLife.ts'
import { createEntryCommand } from './createEntryCommand.ts'
import { groupBySlot } from './groupBySlot.ts'

/** What Redis has, in the order of the keys. */
type Found = readonly (Buffer | null)[]

export interface SlotCommands {
  readonly find: (keys: readonly string[]) => Promise<Found>
  /** Numbers for counters that have none. When several ask at the same time, all get the same. None where there is no room. */
  readonly number: (counters: readonly string[]) => Promise<Found>
  readonly set: (entries: readonly CacheEntry<Buffer>[]) => Promise<void>
  readonly remove: (keys: readonly string[]) => Promise<void>
}

export interface SlotCommandsOptions {
  /** Whether it is a cluster, where only keys of one slot go into one command. */
  readonly hasSlots: boolean
  readonly random: () => number
  /** Told of what is written; a number that is refused leaves its counter without one, and nothing is kept of what it is for. */
  readonly refusals: RefusalLog
}

/** Commands for many keys: each is one round trip, to all slots at the same time. All reject while there is no connection. */
export function createSlotCommands(client: Redis | Cluster, options: SlotCommandsOptions): SlotCommands {
  const { hasSlots, random, refusals } = options
  const writeEntries = createEntryCommand(client)

  function group<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
    if (items.length === 0) return []
    return hasSlots ? groupBySlot(items, keyOf) : [items]
  }
  async function bySlot(keys: readonly string[], ask: (group: readonly string[]) => Promise<Found>): Promise<Found> {
    const groups = group(keys, itself)
    const [first, ...others] = groups
    if (first === undefined) return []
    if (others.length === 0) return ask(first)
    const replies = await Promise.all(groups.map(ask))
    const found = new Map<string, Buffer | null>()
    for (const [index, some] of groups.entries())
      for (const [at, key] of some.entries()) found.set(key, replies[index]?.[at] ?? null)
    return keys.map((key) => found.get(key) ?? null)
  }

  return {
    find: (keys) => bySlot(keys, async (some) => readReply(some, await client.mgetBuffer([...some]))),
    number: (counters) =>
      bySlot(counters, async (some) => {
        const pipeline = client.pipeline()
        for (const counter of some) pipeline.set(counter, random(), 'PX', counterLife, 'NX')
        const replies = (await pipeline.mgetBuffer([...some]).exec()) ?? []
        for (const [refusal] of replies) if (refusal) refusals.failed(refusal)
        const [error, reply] = replies.at(-1) ?? [null, null]
        if (error) throw error
        return readReply(some, reply)
      }),
    async set(entries) {
      const groups = group(entries, ({ key }) => key)
      try {
        await Promise.all(groups.map(writeEntries))
        refusals.taken()
      } catch (error) {
        refusals.failed(error)
        throw error
      }
    },
    async remove(keys) {
      await Promise.all(group(keys, itself).map((some) => client.del([...some])))
    },
  }
}

function itself(key: string): string {
  return key
}

/** Redis is not always what answers on its port. */
function readReply(keys: readonly string[], reply: unknown): Found {
  const values: readonly unknown[] = Array.isArray(reply) ? reply : []
  if (values.length !== keys.length || !values.every(isBytesOrNull)) throw new Error('Redis answered something else.')
  return values
}

function isBytesOrNull(value: unknown): value is Buffer | null {
  return value === null || Buffer.isBuffer(value)
}
