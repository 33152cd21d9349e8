import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RegisteredOperation } from '../../../gateway/operation/RegisteredOperation.ts'
import { askAs } from '../../support/askAs.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const { operations } = JSON.parse(readFileSync('schema/operations/manifest.json', 'utf8')) as {
  readonly operations: readonly RegisteredOperation[]
}

/** A value for every variable that a registered operation may have; each takes its own. */
const values: Readonly<Record<string, unknown>> = {
  nik: '5318075205999001',
  on: '2026-11-24',
  date: '2026-11-24',
  from: '2026-12-24',
  to: '2028-12-01',
  ltsaOffice: 'LTSA-53',
  regionCode: '53',
  updatedSince: '2020-01-01T00:00:00+08:00',
  destinationCountry: 'MY',
  parentCode: '53',
  first: 100,
}

describe('the registered operations', () => {
  let graph: TestGraph
  let gateway: TestGateway
  let licenceNumber: unknown

  beforeAll(async () => {
    graph = await startGraph({ applicants: 150 })
    gateway = await graph.openGateway()
    const query = '{ placements(first: 1) { edges { node { agency { licenceNumber } } } } }'
    const { body } = await gateway.post({ query })
    licenceNumber = /"licenceNumber":"([^"]+)"/.exec(JSON.stringify(body))?.[1]
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
  })

  it('select for third-party frontends nothing that these may not see', async () => {
    const enforced = await graph.openGateway({ ACCESS: 'enforced' })
    const own = operations.filter(({ name }) =>
      readFileSync(`schema/operations/${name}.graphql`, 'utf8').includes('# For third-party frontends'),
    )
    expect(own.length).toBeGreaterThan(4)
    for (const { name, body: query } of own) {
      const { body } = await askAs(enforced, 'frontend', { query, variables: variablesOf(query, licenceNumber) })
      expect({ name, errors: body.errors }).toEqual({ name, errors: undefined })
    }
    await enforced.stop()
  })

  it('are there for every purpose', () => {
    expect(operations.length).toBeGreaterThanOrEqual(10)
    expect(new Set(operations.flatMap(({ purposes }) => purposes))).toEqual(
      new Set(['service-delivery', 'self-access', 'protection-case', 'supervision', 'reporting']),
    )
  })

  it.each(operations)('$name is answered in full', async ({ body: query }) => {
    const { status, body } = await gateway.post({ query, variables: variablesOf(query, licenceNumber) })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    // Each has something to say of the people and places of the seed.
    const [answer] = Object.values(body.data ?? {})
    expect(answer).toEqual(expect.any(Object))
    expect(answer).not.toMatchObject({ edges: [] })
  })

  it('cost far less than the whole files of a page of people, which are refused before anybody is asked', async () => {
    const file = operations.find(({ name }) => name === 'ApplicantFile')?.body ?? ''
    const fragments = file.slice(file.indexOf('fragment'))
    const people = `query ($first: Int!) { applicants(first: $first) { edges { node {
      ...Person ...Papers placements { ...Journey } departureReadiness { requirements { kind } }
    } } } } ${fragments}`
    const refused = await gateway.post({ query: people, variables: { first: 100 } })
    expect(refused.body.data).toBeUndefined()
    expect(refused.body.errors?.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'OPERATION_TOO_LARGE', limit: 'cost', allowed: 10_000 }),
    ])
    const fewer = await gateway.post({ query: people, variables: { first: 10 } })
    expect(fewer.body.errors).toBeUndefined()
  })
})

/** A value for each variable of an operation. */
function variablesOf(query: string, licenceNumber: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ ...values, licenceNumber }).filter(([name]) => query.includes(`$${name}:`)),
  )
}
