import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createLogger } from '../../../../platform/createLogger.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import type { Agency } from '../../../../subgraphs/kit/Agency.ts'
import type { AgencyConfig } from '../../../../subgraphs/kit/AgencyConfig.ts'
import { startAgency } from '../../../../subgraphs/kit/startAgency.ts'
import type { RunningAgency } from '../../../../subgraphs/kit/startAgency.ts'
import { policeClearance } from '../../../../subgraphs/police-clearance/index.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'
import { postToAgency } from '../../../support/postToAgency.ts'
import { runStatement } from '../../../support/runStatement.ts'
import { until } from '../../../support/until.ts'

const now = (): number => Date.parse('2026-11-24T02:00:00Z')
const callKey = deriveCallKey('a secret that only tests use, and for nothing', 'police-clearance')

let database: TestDatabase
let lines: string[]
let running: RunningAgency | undefined

beforeEach(async () => {
  database = await createTestDatabase()
  lines = []
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await database.drop()
})

async function start(
  config: Partial<AgencyConfig> = {},
  onProgress?: (done: number, total: number) => void,
  agency: Agency = policeClearance,
) {
  const whole = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: database.url,
    callKey,
    gatewayUrls: [],
    connections: 2,
    deadline: 10_000,
    bodyLimit: 10_000,
    logLevel: 'info',
    seedApplicants: 20,
    ...config,
  }
  const destination = { write: (line: string) => void lines.push(line) }
  const logger = createLogger({ name: 'police-clearance', level: 'info', destination })
  running = await startAgency(agency, whole, {
    logger,
    clock: now,
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return running
}

/** How many connections there are to the agency's database. */
async function connections(): Promise<number> {
  const rows = await runStatement(
    database.url,
    'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  return rows.length
}

describe('starting an agency', () => {
  test('migrates, seeds, and answers at its address', async () => {
    const progress: (readonly number[])[] = []
    const { url } = await start({}, (done, total) => void progress.push([done, total]))
    expect(progress).toEqual([[28, 28]])
    expect(lines.join()).toContain('agency is ready')
    const body = '{"query":"{ _service { sdl } }"}'
    const target = { url, agency: 'police-clearance', callKey, clock: now }
    expect(await postToAgency(target, { body })).toMatchObject({ status: 200, codes: [] })
  })

  test('for the second time changes nothing', async () => {
    await start()
    const count = 'SELECT count(*)::int AS n FROM police_clearance'
    const before = await runStatement(database.url, count)
    await running?.stop()
    await start({ seedApplicants: 500 })
    expect(await runStatement(database.url, count)).toEqual(before)
  })

  test('fails when its port is taken, and leaves no connection', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    await expect(start({ port })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: 'POLICE_CLEARANCE_PORT is taken by another process. Allowed is a free port, or 0.',
    })
    await until('no connection is left', async () => (await connections()) === 0)
    await new Promise((resolve) => other.close(resolve))
    expect(lines).toEqual([])
  })

  test('fails when its SDL is none, before it touches its database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'agency-'))
    await writeFile(join(folder, 'schema.graphql'), 'type Query {')
    await expect(start({}, undefined, { ...policeClearance, folder })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        "police-clearance cannot start: its SDL is no subgraph's. schema.graphql, line 1: Syntax Error: Expected Name, found <EOF>.",
    })
    await rm(folder, { recursive: true })
    expect(await runStatement(database.url, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
    expect(lines).toEqual([])
  })

  test('fails when its database is not there, and names the variable but nothing of the URL', async () => {
    const unreachable = start({ databaseUrl: 'postgres://nobody:geheim@127.0.0.1:1/none' })
    await expect(unreachable).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'POLICE_CLEARANCE_DATABASE_URL names a host and port where nobody listens. Allowed is the URL of a PostgreSQL database that answers.',
    })
    expect(lines).toEqual([])
  })
})

describe('a running agency', () => {
  test('notes that an idle connection broke, and goes on', async () => {
    const { url } = await start()
    await runStatement(
      database.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await until('it is noted', () => lines.some((line) => line.includes('a database connection broke')))
    const response = await fetch(new URL('/health/ready', url))
    expect(response.status).toBe(200)
  })

  test('is unavailable, and not broken, while its database lets nobody in', async () => {
    const { url } = await start()
    const target = { url, agency: 'police-clearance', callKey, clock: now }
    const body = JSON.stringify({
      query:
        '{ _entities(representations: [{ __typename: "Applicant", nik: "5318075205999001" }]) { ... on Applicant { policeClearances { number } } } }',
    })
    expect(await postToAgency(target, { body })).toMatchObject({ status: 200, codes: [] })
    const name = new URL(database.url).pathname.slice(1)
    await runStatement(
      process.env['TEST_DATABASE_URL'] ?? '',
      `ALTER DATABASE ${name} ALLOW_CONNECTIONS false;
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    )
    await until('it is noticed', () => lines.some((line) => line.includes('a database connection broke')))
    expect(await postToAgency(target, { body })).toMatchObject({ status: 200, codes: ['AGENCY_UNAVAILABLE'] })
  })

  test('stops when asked to, and leaves no connection', async () => {
    const { url, stop } = await start()
    await stop()
    running = undefined
    await expect(fetch(new URL('/health', url))).rejects.toMatchObject({ name: 'TypeError' })
    await until('no connection is left', async () => (await connections()) === 0)
    expect(await connections()).toBe(0)
  })
})
