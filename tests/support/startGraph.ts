import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger } from '../../platform/createLogger.ts'
import { deriveCallKey } from '../../platform/deriveCallKey.ts'
import { developmentCallSecret } from '../../platform/developmentCallSecret.ts'
import { prefixOf } from '../../platform/prefixOf.ts'
import { agencies } from '../../subgraphs/index.ts'
import type { AgencyName } from '../../subgraphs/kit/AgencyName.ts'
import { startAgency } from '../../subgraphs/kit/startAgency.ts'
import { createTestDatabase } from './createTestDatabase.ts'
import { startFaultyProxy } from './startFaultyProxy.ts'
import type { FaultyProxy } from './startFaultyProxy.ts'
import { startGateway } from './startGateway.ts'
import type { TestGateway } from './startGateway.ts'

/** When every test graph was seeded, and when it stays: noon of 24 November 2026 in Central Indonesian Time. */
const noon = (): number => Date.parse('2026-11-24T04:00:00Z')

/** One agency of a test graph. */
export interface TestAgency {
  readonly proxy: FaultyProxy
  readonly databaseUrl: string
  /** The SQL statements since the last look, as text. */
  readonly takeStatements: () => readonly string[]
}

/** All six agencies on databases of their own, in this process, each behind a proxy that can fail. */
export interface TestGraph {
  readonly agency: (name: AgencyName) => TestAgency
  /** A new gateway in front of them, with breakers closed. */
  readonly openGateway: (variables?: Readonly<Record<string, string>>) => Promise<TestGateway>
  /** What the agencies logged. */
  readonly logs: () => string
  readonly stop: () => Promise<void>
}

const supergraph = readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8')

export interface TestGraphOptions {
  /** Synthetic people beside the personas. */
  readonly applicants?: number
  /** Whom the agencies tell of changes; nobody unless it is said. */
  readonly gatewayUrls?: readonly string[]
}

/** Starts the agencies, seeded on 2026-11-24 with the personas and `applicants` more people. */
export async function startGraph({ applicants = 150, gatewayUrls = [] }: TestGraphOptions = {}): Promise<TestGraph> {
  const lines: string[] = []
  const started = new Map(
    await Promise.all(
      agencies.map(async (agency) => [agency.name, await start(agency, { applicants, gatewayUrls }, lines)] as const),
    ),
  )
  const addresses = Object.fromEntries([...started].map(([name, { proxy }]) => [`${prefixOf(name)}URL`, proxy.url]))

  return {
    agency(name) {
      const found = started.get(name)
      if (found === undefined) throw new Error(`${name} was not started`)
      return found
    },
    openGateway: (variables = {}) => startGateway(supergraph, { ...addresses, ...variables }, noon),
    logs: () => lines.join(''),
    async stop() {
      await Promise.all([...started.values()].map((agency) => agency.stop()))
    },
  }
}

async function start(
  agency: (typeof agencies)[number],
  { applicants, gatewayUrls }: Required<TestGraphOptions>,
  lines: string[],
) {
  const database = await createTestDatabase()
  let statements: string[] = []
  const config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    callKey: deriveCallKey(developmentCallSecret, agency.name),
    gatewayUrls,
    connections: 4,
    deadline: 10_000,
    bodyLimit: 1_048_576,
    logLevel: 'debug',
    seedApplicants: applicants,
  }
  const running = await startAgency(agency, config, {
    logger: createLogger({ name: agency.name, level: 'debug', destination: { write: (line) => lines.push(line) } }),
    clock: noon,
    onStatement: (text) => statements.push(text),
  })
  const proxy = await startFaultyProxy(running.url)
  return {
    proxy,
    databaseUrl: database.url,
    takeStatements() {
      const taken = statements
      statements = []
      return taken
    },
    async stop() {
      await proxy.stop()
      await running.stop()
      await database.drop()
    },
  }
}
