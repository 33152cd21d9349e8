import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import type { TestDatabase } from '../support/createTestDatabase.ts'
import { runStatement } from '../support/runStatement.ts'
import { spawnAgencies } from '../support/spawnAgencies.ts'
import type { SpawnedAgencies } from '../support/spawnAgencies.ts'
import { spawnGateway } from '../support/spawnGateway.ts'
import type { SpawnedGateway } from '../support/spawnGateway.ts'
import { startRedis } from '../support/startRedis.ts'
import type { RedisServer } from '../support/startRedis.ts'
import { until } from '../support/until.ts'

const nik = '5318075205999001'
const query = `{ applicant(nik: "${nik}") { passports { number } } }`

interface Answer {
  readonly data: { readonly applicant: { readonly passports: readonly { readonly number: string }[] } }
  readonly extensions: { readonly provenance: readonly { readonly agency: string; readonly source: string }[] }
}

describe('changes while nobody is there to tell or to be told', () => {
  let databases: { readonly identity: TestDatabase; readonly passport: TestDatabase }
  let redis: RedisServer
  let agencyVariables: Readonly<Record<string, string>>
  let gatewayVariables: Readonly<Record<string, string>>
  let agencies: SpawnedAgencies
  let gateway: SpawnedGateway
  let url: string

  beforeAll(async () => {
    databases = { identity: await createTestDatabase(), passport: await createTestDatabase() }
    redis = await startRedis()
    const [port, metricsPort, identityPort, passportPort] = [
      String(await findFreePort()),
      String(await findFreePort()),
      String(await findFreePort()),
      String(await findFreePort()),
    ]
    agencyVariables = {
      IDENTITY_DATABASE_URL: databases.identity.url,
      IDENTITY_PORT: identityPort,
      PASSPORT_DATABASE_URL: databases.passport.url,
      PASSPORT_PORT: passportPort,
      GATEWAY_URLS: `http://127.0.0.1:${port}`,
      SEED_APPLICANTS: '1',
    }
    gatewayVariables = {
      PORT: port,
      METRICS_PORT: metricsPort,
      CACHE: 'redis',
      REDIS_URL: redis.url,
      IDENTITY_URL: `http://127.0.0.1:${identityPort}/graphql`,
      PASSPORT_URL: `http://127.0.0.1:${passportPort}/graphql`,
    }
    agencies = await spawnAgencies(['identity', 'passport'], agencyVariables)
    gateway = spawnGateway(gatewayVariables)
    url = await gateway.ready
  }, 60_000)

  afterAll(async () => {
    gateway.signal('SIGKILL')
    agencies.signal('SIGKILL')
    await Promise.all([gateway.exited, agencies.exited])
    await redis.stop()
    await Promise.all([databases.identity.drop(), databases.passport.drop()])
  })

  async function ask(): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return (await response.json()) as Answer
  }

  async function numberNow(): Promise<string | undefined> {
    return (await ask()).data.applicant.passports[0]?.number
  }

  async function change(number: string): Promise<void> {
    await runStatement(databases.passport.url, `UPDATE passport SET number = '${number}' WHERE nik = '${nik}'`)
  }

  it('reach a gateway that was down for a minute, although the agency was killed between commit and post', async () => {
    // What the agency says of itself at its start has arrived once the cache keeps an answer.
    await until('the answer is kept', async () => {
      const { extensions } = await ask()
      return extensions.provenance.some(({ agency, source }) => agency === 'passport' && source === 'CACHE')
    })
    gateway.signal('SIGKILL')
    await gateway.exited
    const down = performance.now()

    // Nobody can have been told of it: there is no gateway, and then no agency.
    await change('X9000001')
    agencies.signal('SIGKILL')
    await agencies.exited
    agencies = await spawnAgencies(['identity', 'passport'], agencyVariables)
    await change('X9000002')
    await pause(Math.max(0, 61_000 - (performance.now() - down)))

    gateway = spawnGateway(gatewayVariables)
    url = await gateway.ready
    await until('the last change is seen', async () => (await numberNow()) === 'X9000002', 1_500)
    expect(await numberNow()).toBe('X9000002')
  }, 120_000)

  it('reach a gateway from an agency that was killed right after the commit, once it is back', async () => {
    await until('the answer is kept', async () => {
      const { extensions } = await ask()
      return extensions.provenance.some(({ agency, source }) => agency === 'passport' && source === 'CACHE')
    })
    agencies.signal('SIGKILL')
    await agencies.exited
    await change('X9000003')
    agencies = await spawnAgencies(['identity', 'passport'], agencyVariables)
    await until('the last change is seen', async () => (await numberNow()) === 'X9000003', 1_500)
    expect(await numberNow()).toBe('X9000003')
  }, 60_000)
})
