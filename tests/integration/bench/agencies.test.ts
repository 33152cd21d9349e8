import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { StubAgencies } from '../../../bench/agencies/StubAgencies.ts'
import { startAgencies } from '../../../bench/agencies/startAgencies.ts'
import { nikOf } from '../../../bench/data/nikOf.ts'
import { createClient } from '../../../bench/load/createClient.ts'
import { findFault } from '../../../bench/load/findFault.ts'
import { openOperation } from '../../../bench/load/openOperation.ts'
import type { Shape } from '../../../bench/workloads/shapes.ts'
import { shapes } from '../../../bench/workloads/shapes.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const schemaFolder = join(import.meta.dirname, '../../../schema')
const api = buildSchema(readFileSync(join(schemaFolder, 'api.graphql'), 'utf8'))
const supergraph = readFileSync(join(schemaFolder, 'supergraph.graphql'), 'utf8')

/** Limits that leave room for the largest of the lists, as where they are measured. */
const asMeasured = { MAX_PAGE_SIZE: '500', MAX_COST: '100000' }

let agencies: StubAgencies
let gateway: TestGateway

beforeAll(async () => {
  agencies = await startAgencies()
  const addresses = [...agencies.urls].map(
    ([name, url]) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, url] as const,
  )
  gateway = await startGateway(supergraph, { CACHE: 'off', ...asMeasured, ...Object.fromEntries(addresses) })
})

afterAll(async () => {
  await gateway.stop()
  await agencies.stop()
})

/** Asks the gateway for what a workload asks for; answers what is wrong with the answer. */
async function ask(shape: Shape, nik: string): Promise<string | undefined> {
  const { body, data } = openOperation(shape, api)
  const client = createClient(gateway.url)
  try {
    return findFault(await client.post(body([nik])), data([nik]))
  } finally {
    await client.close()
  }
}

describe('what the stub agencies say through the gateway is what the mock of the API says', () => {
  it.each(Object.values(shapes))('for $name', async (shape) => {
    for (const nik of [nikOf(1_000), nikOf(123_456)]) expect(await ask(shape, nik)).toBeUndefined()
  })

  it('in a query that goes on from agency to agency, with requirements', async () => {
    const query = `query($nik: NIK!) { applicant(nik: $nik) {
      departureReadiness { status requirements { kind outcome } }
      placements { id applicant { fullName } agency { name } ltsaOffice { region { name parent { name } } } }
      healthExaminations { facility { region { name level } } }
    } }`
    expect(await ask({ ...shapes.one, query }, nikOf(77))).toBeUndefined()
  })

  it('and another person is another answer', async () => {
    const { body, data } = openOperation(shapes.one, api)
    const client = createClient(gateway.url)
    const response = await client.post(body([nikOf(1)]))
    await client.close()
    expect(findFault(response, data([nikOf(2)]))).toMatch(/^other data than expected/)
  })
})

describe('the stub agencies', () => {
  it('count the calls since they were last asked', async () => {
    await agencies.takeCalls()
    await ask(shapes.one, nikOf(5))
    expect(await agencies.takeCalls()).toBe(6)
    expect(await agencies.takeCalls()).toBe(0)
  })

  it('take as long as they are told to', async () => {
    await agencies.setDelay(40)
    const begun = performance.now()
    const fault = await ask(shapes.one, nikOf(6))
    const taken = performance.now() - begun
    await agencies.setDelay(0)
    expect(fault).toBeUndefined()
    expect(taken).toBeGreaterThanOrEqual(39)
  })

  it('close the connection of whoever does not speak GraphQL', async () => {
    const [url = ''] = agencies.urls.values()
    for (const body of ['this is no JSON', '[]', '{}']) {
      await expect(fetch(url, { method: 'POST', body })).rejects.toThrow('fetch failed')
    }
  })
})
