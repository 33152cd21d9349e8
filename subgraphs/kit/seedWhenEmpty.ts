import type { Agency } from './Agency.ts'
import type { Database } from './Database.ts'
import { todayInWita } from './calendar/todayInWita.ts'
import { createPopulation } from './population/createPopulation.ts'

export interface SeedOptions {
  readonly agency: Agency
  readonly database: Database
  /** How many people to make beside the personas; 0 for no seeding at all. */
  readonly applicants: number
  readonly clock: () => number
  /** Told how many of how many people are seeded. */
  readonly onProgress?: (done: number, total: number) => void
}

/** People seeded at a time, so that progress shows and no statement is too large. */
const chunk = 250

/** Held by whoever seeds, so that two processes of one agency never do it at once. Both waiting and work may take long. */
const lock = 'SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(60)'

/** No gateway can have answers from a database that was empty, so the triggers of the outbox say nothing. */
const quiet = "SET LOCAL satu_atap.quiet = 'on'"

const ledger = `CREATE TABLE IF NOT EXISTS seeding (
  day date NOT NULL,
  applicants integer NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT now()
)`

/** Seeds the synthetic population once, all of it or nothing; a database that was seeded is left alone. */
export async function seedWhenEmpty({ agency, database, applicants, clock, onProgress }: SeedOptions): Promise<void> {
  if (applicants === 0) return
  await database.transaction(async (transaction) => {
    await transaction.runScript(`${lock}; ${quiet}; ${ledger}`)
    if ((await transaction.query('SELECT 1 FROM seeding')).length > 0) return
    const day = todayInWita(clock())
    const people = createPopulation({ size: applicants, day })
    for (let start = 0; start < people.length; start += chunk) {
      await agency.seed({ database: transaction, people: people.slice(start, start + chunk), day })
      onProgress?.(Math.min(start + chunk, people.length), people.length)
    }
    await transaction.query('INSERT INTO seeding (day, applicants) VALUES ($1, $2)', [day, applicants])
  })
}
