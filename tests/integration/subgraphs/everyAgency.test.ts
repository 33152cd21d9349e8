import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { GraphQLObjectType } from 'graphql'
import { createLogger } from '../../../platform/createLogger.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'
import { agencies } from '../../../subgraphs/index.ts'
import type { AgencyName } from '../../../subgraphs/kit/AgencyName.ts'
import { buildAgencySchema } from '../../../subgraphs/kit/buildAgencySchema.ts'
import { createPopulation } from '../../../subgraphs/kit/population/createPopulation.ts'
import { startAgency } from '../../../subgraphs/kit/startAgency.ts'
import type { RunningAgency } from '../../../subgraphs/kit/startAgency.ts'
import { createTestDatabase } from '../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../support/createTestDatabase.ts'
import { lockTable } from '../../support/lockTable.ts'
import { postToAgency } from '../../support/postToAgency.ts'
import type { RawRequest, RawResponse } from '../../support/postToAgency.ts'
import { runStatement } from '../../support/runStatement.ts'
import { selectEverything } from '../../support/selectEverything.ts'

const day = '2026-11-24'
const now = Date.parse(`${day}T02:00:00Z`)
const secret = 'a secret that only tests use, and for nothing'
const bodyLimit = 20_000
const people = createPopulation({ size: 150, day })
const [persona = ''] = people.map(({ nik }) => nik)
// A region code that nobody has, and a serial that nobody gets.
const nobody = '5399010101709998'
const malformed = '539901010170999'

/** What cannot be read off an agency: a field that is nobody else's, its table, and its answer about nobody. */
const samples: Readonly<
  Record<AgencyName, { readonly field: string; readonly table: string; readonly none: unknown }>
> = {
  identity: { field: 'fullName', table: 'person', none: { fullName: null } },
  passport: { field: 'passports { number }', table: 'passport', none: { passports: [] } },
  'police-clearance': {
    field: 'policeClearances { number }',
    table: 'police_clearance',
    none: { policeClearances: [] },
  },
  health: { field: 'healthExaminations { examinedAt }', table: 'health_examination', none: { healthExaminations: [] } },
  insurance: {
    field: 'insuranceMemberships { kpj }',
    table: 'insurance_membership',
    none: { insuranceMemberships: [] },
  },
  placement: { field: 'placements { id }', table: 'placement', none: { placements: [] } },
}

describe.each(agencies)('the agency $name', (agency) => {
  const { field, table, none } = samples[agency.name]
  const callKey = deriveCallKey(secret, agency.name)
  const statements: string[] = []
  const lines: string[] = []
  let database: TestDatabase
  let running: RunningAgency

  beforeAll(async () => {
    database = await createTestDatabase()
    const destination = { write: (line: string) => void lines.push(line) }
    const config = {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: database.url,
      callKey,
      gatewayUrls: [],
      connections: 4,
      deadline: 20_000,
      bodyLimit,
      logLevel: 'debug',
      seedApplicants: people.length - 8,
    }
    running = await startAgency(agency, config, {
      logger: createLogger({ name: agency.name, level: 'debug', destination }),
      clock: () => now,
      onStatement: (text) => statements.push(text),
    })
  }, 60_000)
  afterAll(async () => {
    await running.stop()
    await database.drop()
  })

  const post = (request: RawRequest): Promise<RawResponse> =>
    postToAgency({ url: running.url, agency: agency.name, callKey, clock: () => now }, request)

  const lookUp = (niks: readonly string[], selection: string): string =>
    JSON.stringify({
      query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Applicant ${selection} } }`,
      variables: { of: niks.map((nik) => ({ __typename: 'Applicant', nik })) },
    })
  const body = lookUp([persona], `{ ${field} }`)

  test('is alive and ready', async () => {
    for (const [path, status] of [
      ['/health', 'alive'],
      ['/health/ready', 'ready'],
    ] as const) {
      const response = await fetch(new URL(path, running.url))
      expect([response.status, await response.json()]).toEqual([200, { status }])
    }
  })

  test('listens where the roster says', () => {
    expect(agency.port).toBe(4001 + agencies.indexOf(agency))
  })

  test.each<readonly [string, Omit<RawRequest, 'body'>]>([
    ['without a token', { headers: { authorization: undefined } }],
    ['with a token for another agency', { signedFor: { agency: 'archive' } }],
    ['with a token of another agency’s key', { signedFor: { callKey: deriveCallKey(secret, 'archive') } }],
    [
      'with all of another agency’s token',
      { signedFor: { agency: 'archive', callKey: deriveCallKey(secret, 'archive') } },
    ],
    ['with a token that is older than a minute', { signedFor: { clock: () => now - 61_000 } }],
    ['with a token from the future', { signedFor: { clock: () => now + 61_000 } }],
    ['without a signature', { headers: { 'x-call-signature': undefined } }],
    ['with the signature of another body', { signedBody: body.replace(persona, nobody) }],
  ])('answers 401 to a call %s', async (_what, request) => {
    statements.length = 0
    expect(await post({ body, ...request })).toMatchObject({ status: 401, codes: ['CALL_UNAUTHENTICATED'] })
    expect(statements).toEqual([])
  })

  test('answers all it has of a hundred people with each statement once', async () => {
    const applicant = buildAgencySchema(agency).getType('Applicant') as GraphQLObjectType
    const niks = people.slice(0, 100).map(({ nik }) => nik)
    statements.length = 0
    const { status, text, codes } = await post({ body: lookUp(niks, selectEverything(applicant, day)) })
    expect([status, codes]).toEqual([200, []])
    const { data } = JSON.parse(text) as { data: { _entities: readonly { nik: string }[] } }
    expect(data._entities.map(({ nik }) => nik)).toEqual(niks)
    expect(statements.length).toBeGreaterThan(0)
    // One that comes twice was sent for some of them, and for others again.
    expect(statements).toEqual([...new Set(statements)])
  })

  test('answers nothing about a number that nobody has', async () => {
    const { text } = await post({ body: lookUp([nobody], `{ ${field} }`) })
    expect(JSON.parse(text)).toEqual({ data: { _entities: [none] } })
  })

  test('refuses a malformed NIK, and answers the others beside it', async () => {
    const { text, codes } = await post({ body: lookUp([malformed, persona], `{ nik ${field} }`) })
    expect(codes).toEqual(['NIK_MALFORMED'])
    expect(JSON.parse(text)).toMatchObject({
      data: { _entities: [null, { nik: persona }] },
      errors: [{ path: ['_entities', 0] }],
    })
    expect(text).not.toContain(malformed)
  })

  test('masks what goes wrong inside', async () => {
    await runStatement(database.url, `ALTER TABLE ${table} RENAME TO hidden`)
    const { status, text, codes } = await post({ body })
    await runStatement(database.url, `ALTER TABLE hidden RENAME TO ${table}`)
    expect([status, codes]).toEqual([200, ['INTERNAL']])
    expect(text).not.toMatch(new RegExp(`SELECT |relation "|42P01|\\.ts:|${persona}`))
    expect(lines.join()).toMatch(/a resolver failed/)
    expect((await post({ body })).codes).toEqual([])
  })

  test('is done when the time is up that the gateway gives it, while a statement still waits', async () => {
    const lock = await lockTable(database.url, table)
    try {
      const { status, codes } = await post({ body, headers: { 'x-deadline-ms': '150' } })
      expect([status, codes]).toEqual([200, ['DEADLINE_EXCEEDED']])
    } finally {
      await lock.release()
    }
    expect((await post({ body })).codes).toEqual([])
  })

  test.each<readonly [string, RawRequest, Partial<RawResponse>]>([
    ['a body that is too large', { body: body.padEnd(bodyLimit + 1) }, { status: 413, codes: ['BODY_TOO_LARGE'] }],
    ['broken JSON', { body: body.slice(0, -1) }, { status: 400, codes: ['BAD_REQUEST'] }],
    ['JSON that is no request', { body: '[]' }, { status: 400, codes: ['BAD_REQUEST'] }],
    [
      'another content type',
      { body, headers: { 'content-type': 'text/plain' } },
      { status: 415, codes: ['CONTENT_TYPE_UNSUPPORTED'] },
    ],
    ['what is not GraphQL', { body: `{"query":"{ ${persona} }"}` }, { codes: ['GRAPHQL_PARSE_FAILED'] }],
    ['an unknown field', { body: `{"query":"{ x${persona} }"}` }, { codes: ['GRAPHQL_VALIDATION_FAILED'] }],
  ])('refuses %s without quoting it', async (_what, request, refusal) => {
    const response = await post(request)
    expect(response).toMatchObject(refusal)
    expect(response.text).not.toContain(persona)
  })

  test('publishes its SDL', async () => {
    const { text } = await post({ body: '{"query":"{ _service { sdl } }"}' })
    expect(text).toContain('type Applicant')
  })

  test('has logged nobody’s number in all of this', () => {
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.filter((line) => /\d{15}/.test(line))).toEqual([])
  })
})
