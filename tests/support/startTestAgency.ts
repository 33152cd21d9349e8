import { createLogger } from '../../platform/createLogger.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import type { Agency } from '../../subgraphs/kit/Agency.ts'
import { startAgency } from '../../subgraphs/kit/startAgency.ts'
import { callAgency } from './callAgency.ts'
import type { AgencyQuestion, AgencyReply } from './callAgency.ts'
import { createTestDatabase } from './createTestDatabase.ts'

/** An agency in this process, over real HTTP, on a database of its own. */
export interface TestAgency {
  readonly databaseUrl: string
  /** Asks as the gateway does. */
  readonly ask: <Data>(question: AgencyQuestion) => Promise<AgencyReply<Data>>
  /** The texts of the statements that were sent since the last time this was asked. */
  readonly takeStatements: () => readonly string[]
  readonly stop: () => Promise<void>
}

export interface TestAgencyOptions {
  /** Synthetic people beside the personas; 0 for an empty database. */
  readonly applicants: number
  /** The day of seeding, which stays today, `YYYY-MM-DD`. */
  readonly day: string
}

/** Migrates, seeds and starts an agency on a fresh database of the server that TEST_DATABASE_URL names. */
export async function startTestAgency(agency: Agency, { applicants, day }: TestAgencyOptions): Promise<TestAgency> {
  const database = await createTestDatabase()
  const statements: string[] = []
  const callKey = deriveCallKey('a secret that only tests use, and for nothing', agency.name)
  const clock = (): number => Date.parse(`${day}T04:00:00Z`)
  const config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    callKey,
    gatewayUrls: [],
    connections: 4,
    deadline: 20_000,
    bodyLimit: 1_000_000,
    logLevel: 'silent',
    seedApplicants: applicants,
  }
  const running = await startAgency(agency, config, {
    logger: createLogger({ name: agency.name, level: 'silent' }),
    clock,
    onStatement: (text) => statements.push(text),
  })
  return {
    databaseUrl: database.url,
    ask: (question) => callAgency({ url: running.url, agency: agency.name, callKey, clock }, question),
    takeStatements: () => statements.splice(0),
    async stop() {
      await running.stop()
      await database.drop()
    },
  }
}
