import type { Cluster, Redis } from 'ioredis'
import type { CacheEntry } from './CacheStore.ts'

/** Writes entries of one slot, each with a life of its own, in one round trip. Rejects as Redis does. */
export type EntryCommand = (entries: readonly CacheEntry<Buffer>[]) => Promise<void>

/** Redis has no command of its own for this: `MSET` knows of no lives. */
const script = `for i = 1, #KEYS do redis.call('SET', KEYS[i], ARGV[2 * i - 1], 'PX', ARGV[2 * i]) end`

/**
 * Makes the command. Many entries go in one script, since the client takes three times as long for as many commands
 * (2.5 and 7 microseconds an entry); where the user that the gateway signs in as may not run scripts, they go as commands.
 */
export function createEntryCommand(client: Redis | Cluster): EntryCommand {
  let runsScripts = true

  async function runScript(entries: readonly CacheEntry<Buffer>[]): Promise<void> {
    const values = entries.flatMap(({ value, milliseconds }) => [value, lifeOf(milliseconds)])
    // Each time by its text: a script that Redis has forgotten would take a second round trip.
    await client.eval(script, entries.length, ...entries.map(({ key }) => key), ...values)
  }

  async function runCommands(entries: readonly CacheEntry<Buffer>[]): Promise<void> {
    const pipeline = client.pipeline()
    for (const { key, value, milliseconds } of entries) pipeline.set(key, value, 'PX', lifeOf(milliseconds))
    const replies = (await pipeline.exec()) ?? []
    for (const [error] of replies) if (error) throw error
  }

  return async function writeEntries(entries) {
    if (entries.length === 1 || !runsScripts) return runCommands(entries)
    try {
      await runScript(entries)
    } catch (error) {
      if (!isForbidden(error)) throw error
      runsScripts = false
      await runCommands(entries)
    }
  }
}

function lifeOf(milliseconds: number): number {
  return Math.ceil(milliseconds)
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && /^(NOPERM|ERR unknown command)/.test(error.message)
}
