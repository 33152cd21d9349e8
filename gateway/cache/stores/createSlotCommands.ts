import type { Cluster, Redis } from 'ioredis'
import type { CacheEntry } from '../CacheStore.ts'
import { counterLife } from './counterLife.ts'
import { createEntryCommand } from './createEntryCommand.ts'
import { groupBySlot } from './groupBySlot.ts'

/** What Redis has, by key. */
type Found = Map<string, Buffer>

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
}

/** Commands for many keys: each is one round trip, to all slots at the same time. All reject while there is no connection. */
export function createSlotCommands(client: Redis | Cluster, { hasSlots, random }: SlotCommandsOptions): SlotCommands {
  const writeEntries = createEntryCommand(client)

  async function bySlot<T>(groups: readonly (readonly T[])[], work: (group: readonly T[]) => Promise<void>) {
    await Promise.all(groups.map(work))
  }
  function group<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
    if (items.length === 0) return []
    return hasSlots ? groupBySlot(items, keyOf) : [items]
  }

  return {
    async find(keys) {
      const found: Found = new Map()
      await bySlot(group(keys, itself), async (some) => addReply(found, some, await client.mgetBuffer([...some])))
      return found
    },
    async number(counters) {
      const found: Found = new Map()
      await bySlot(group(counters, itself), async (some) => {
        const pipeline = client.pipeline()
        for (const counter of some) pipeline.set(counter, random(), 'PX', counterLife, 'NX')
        // Where Redis refuses to write, the last reply shows it too.
        const replies = await pipeline.mgetBuffer([...some]).exec()
        const [error, reply] = replies?.at(-1) ?? [null, null]
        if (error) throw error
        addReply(found, some, reply)
      })
      return found
    },
    async set(entries) {
      await bySlot(
        group(entries, ({ key }) => key),
        writeEntries,
      )
    },
    async remove(keys) {
      await bySlot(group(keys, itself), async (some) => {
        await client.del([...some])
      })
    },
  }
}

function itself(key: string): string {
  return key
}

/** Redis is not always what answers on its port. */
function addReply(found: Found, keys: readonly string[], reply: unknown): void {
  const values: readonly unknown[] = Array.isArray(reply) ? reply : []
  if (values.length !== keys.length) throw new Error('Redis answered something else.')
  for (const [position, key] of keys.entries()) {
    const value = values[position]
    if (value === null) continue
    if (!Buffer.isBuffer(value)) throw new Error('Redis answered something else.')
    found.set(key, value)
  }
}
