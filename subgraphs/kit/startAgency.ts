import { join } from 'node:path'
import type { Logger } from '../../platform/Logger.ts'
import { endAll } from '../../platform/endAll.ts'
import { listenError } from '../../platform/listenError.ts'
import { prefixOf } from '../../platform/prefixOf.ts'
import type { Running } from '../../platform/runProcess.ts'
import type { Agency } from './Agency.ts'
import type { AgencyConfig } from './AgencyConfig.ts'
import { buildAgencySchema } from './buildAgencySchema.ts'
import { createChangeFeed } from './changeFeed/createChangeFeed.ts'
import { createAgencyServer } from './createAgencyServer.ts'
import { createCursors } from './createCursors.ts'
import { createGraphqlHandler } from './createGraphqlHandler.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './openDatabase.ts'
import { reachDatabase } from './reachDatabase.ts'
import { seedWhenEmpty } from './seedWhenEmpty.ts'

export interface StartOptions {
  readonly logger: Logger
  readonly clock: () => number
  /** Told the text of every SQL statement. */
  readonly onStatement?: (text: string) => void
  /** Told how many of how many people are seeded. */
  readonly onProgress?: (done: number, total: number) => void
}

/** An agency that answers. */
export interface RunningAgency extends Running {
  readonly url: string
}

/**
 * Migrates and, when empty, seeds the agency's database, then serves its subgraph and tells gateways of changes. Throws an
 * EnvironmentError when its SDL is none, the database cannot be reached, migrated or seeded, or the port cannot be taken.
 */
export async function startAgency(agency: Agency, config: AgencyConfig, options: StartOptions): Promise<RunningAgency> {
  const { logger, clock, onStatement } = options
  const prefix = prefixOf(agency.name)
  // First of all: a schema that cannot be served is no reason to touch a database.
  const schema = buildAgencySchema(agency)
  await reachDatabase({ url: config.databaseUrl, variable: `${prefix}DATABASE_URL` })
  const database = openDatabase({
    url: config.databaseUrl,
    connections: config.connections,
    statementTimeout: config.deadline,
    onIdleError: (error) => logger.warn({ error }, 'a database connection broke'),
    ...(onStatement === undefined ? {} : { onStatement }),
  })
  try {
    await migrate(database, join(import.meta.dirname, 'migrations'), { agency: agency.name, ledger: 'kit_migration' })
    await migrate(database, `${agency.folder}/migrations`, { agency: agency.name })
    await seedWhenEmpty({ agency, database, applicants: config.seedApplicants, ...options })
    const answer = createGraphqlHandler({
      schema,
      openRequest: agency.openSource(database),
      cursors: createCursors(config.callKey),
      clock,
      deadline: config.deadline,
      logger,
    })
    const server = createAgencyServer({ ...config, name: agency.name, answer, database, clock, logger })
    const address = await server.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
      throw listenError(error, `${prefix}PORT`)
    })
    // Only now: a gateway that is told asks again, and must get what is new.
    const feed = createChangeFeed({
      agency: agency.name,
      databaseUrl: config.databaseUrl,
      callKey: config.callKey,
      gateways: config.gatewayUrls,
      clock,
      random: Math.random,
      logger,
    })
    logger.info({ agency: agency.name, address }, 'agency is ready')
    return {
      url: `${address}/graphql`,
      async stop() {
        try {
          await endAll([server.close(), feed.stop()])
        } finally {
          await database.close()
        }
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
