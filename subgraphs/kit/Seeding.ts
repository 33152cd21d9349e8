import type { Database } from './Database.ts'
import type { Person } from './population/Person.ts'

/** What an agency's seed gets. */
export interface Seeding {
  readonly database: Database
  /** The same synthetic people for every agency, the personas first. */
  readonly people: readonly Person[]
  /** The day of seeding in Central Indonesian Time, `YYYY-MM-DD`. */
  readonly day: string
}
