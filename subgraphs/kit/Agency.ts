import type { AgencyName } from './AgencyName.ts'
import type { Database } from './Database.ts'
import type { Seeding } from './Seeding.ts'

/** Makes the source of one request; its loaders live as long as the request. `signal` aborts when the answer is due. */
export type SourceFactory<Source = object> = (signal: AbortSignal) => Source

/** All that the kit needs of an agency to serve it. */
export interface Agency {
  readonly name: AgencyName
  /** Where the agency listens unless told otherwise. */
  readonly port: number
  /** The agency's folder, with `schema.graphql` and `migrations/`. */
  readonly folder: string
  readonly resolvers: object
  /** Called once, after the migrations. What it answers opens the records for one call, which reads everything for itself. */
  readonly openSource: (database: Database) => SourceFactory
  /** Fills an empty database with synthetic records. */
  readonly seed: (seeding: Seeding) => Promise<void>
}
