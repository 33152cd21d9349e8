import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { Agency } from './Agency.ts'
import type { Database } from './Database.ts'
import { todayInWita } from './calendar/todayInWita.ts'
import { describeFailure } from './describeFailure.ts'
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

/** Held by whoever seeds, so that two processes of one agency never do it at once. */
const lock = 'SELECT pg_advisory_xact_lock(60)'

/** No gateway can have answers from a database that was empty, so the triggers of the outbox say nothing. */
const quiet = "SET LOCAL satu_atap.quiet = 'on'"

const ledger = `CREATE TABLE IF NOT EXISTS seeding (
  day date NOT NULL,
  applicants integer NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT now()
)`

/** The tables with records of people: their rows announce whose they are. What migrations fill announces by statement. */
const tablesOfRecords = `
  SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
  WHERE proname = 'announce_row' ORDER BY name`

/**
 * Seeds the synthetic population once, all of it or nothing; a database that was seeded is left alone. Throws an
 * EnvironmentError where there are records of other people, so that nobody takes synthetic people for real ones, and where it
 * fails, which names the agency and what failed without a value.
 */
export async function seedWhenEmpty({ agency, database, applicants, clock, onProgress }: SeedOptions): Promise<void> {
  if (applicants === 0) return
  async function seed(transaction: Database): Promise<void> {
    await transaction.runScript(`${lock}; ${quiet}; ${ledger}`)
    if ((await transaction.query('SELECT 1 FROM seeding')).length > 0) return
    await refuseRecords(transaction, agency)
    const day = todayInWita(clock())
    const people = createPopulation({ size: applicants, day })
    for (let start = 0; start < people.length; start += chunk) {
      await agency.seed({ database: transaction, people: people.slice(start, start + chunk), day })
      onProgress?.(Math.min(start + chunk, people.length), people.length)
    }
    await transaction.query('INSERT INTO seeding (day, applicants) VALUES ($1, $2)', [day, applicants])
  }
  // Both waiting for others and the work itself may take long.
  await database.transaction(seed, { patient: true }).catch((error: unknown) => {
    if (error instanceof EnvironmentError) throw error
    throw new EnvironmentError(
      `${agency.name} cannot start: seeding its database failed (${describeFailure(error)}).`,
      {
        cause: error,
      },
    )
  })
}

async function refuseRecords(database: Database, { name: agency }: Pick<Agency, 'name'>): Promise<void> {
  for (const { name } of await database.query<{ readonly name: string }>(tablesOfRecords)) {
    const [record] = await database.query(`SELECT 1 FROM ${name} LIMIT 1`)
    if (record === undefined) continue
    throw new EnvironmentError(
      `SEED_APPLICANTS asks for synthetic people, but the database of ${agency} has records already, in ${name}. Allowed is 0, or an empty database.`,
    )
  }
}
