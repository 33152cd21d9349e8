import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { Redis } from 'ioredis'
import pg from 'pg'
import { createCalendar } from '../../../subgraphs/kit/population/createCalendar.ts'
import { personas } from '../../../subgraphs/kit/population/personas.ts'
import { dumpRedis } from '../../support/dumpRedis.ts'
import type { DumpedEntry } from '../../support/dumpRedis.ts'
import { encodingsOf } from '../../support/encodingsOf.ts'
import { readScenarios } from '../../support/readScenarios.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'
import { startRedis } from '../../support/startRedis.ts'
import type { RedisServer } from '../../support/startRedis.ts'
import { viewsOf } from '../../support/viewsOf.ts'

jest.setTimeout(120_000)

const people = personas(createCalendar('2026-11-24'))
const [maria, yohanes] = people.map(({ nik }) => nik)

const query = `query ($nik: NIK!) {
  applicant(nik: $nik) {
    fullName birthDate
    passports { number holderName }
    policeClearances { number }
    healthExaminations { certificateNumber }
    insuranceMemberships { kpj }
    placements { id jobTitle }
  }
}`

let graph: TestGraph
let redis: RedisServer
let client: Redis

beforeAll(async () => {
  redis = await startRedis()
  client = new Redis(redis.url)
  graph = await startGraph({ applicants: 1 })
})

afterAll(async () => {
  client.disconnect()
  await graph.stop()
  await redis.stop()
})

const openGateway = () => graph.openGateway({ CACHE: 'redis', REDIS_URL: redis.url })

/** Values, as against the numbers of counters. */
const isSealed = ({ value }: DumpedEntry): boolean => !/^\d+$/.test(value.toString('latin1'))

async function readPassportNumbers(): Promise<readonly string[]> {
  const database = new pg.Client({ connectionString: graph.agency('passport').databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ number: string }>('SELECT number FROM passport')
  await database.end()
  return rows.map(({ number }) => number)
}

/** What must not be found of anybody: short words alone would be found in noise. */
async function readSecrets(): Promise<readonly string[]> {
  const texts = people.flatMap(({ nik, fullName, birthDate, familyCardNumber }) => {
    const names = [fullName, ...fullName.split(' ')].map((name) => (name.length < 6 ? `"${name}"` : name))
    return [nik, birthDate, birthDate.split('-').toReversed().join('-'), familyCardNumber ?? nik, ...names]
  })
  return [...new Set([...texts, ...(await readPassportNumbers())])]
}

interface Trace {
  readonly of: string
  readonly bytes: Buffer
}

const tracesOf = (secrets: readonly string[]): readonly Trace[] =>
  secrets.flatMap((secret) =>
    encodingsOf(secret).flatMap(({ name, traces }) => traces.map((bytes) => ({ of: `${secret} as ${name}`, bytes }))),
  )

/** Which of the traces somebody finds who has these bytes and no key. */
function findTraces(found: readonly Buffer[], traces: readonly Trace[]): readonly string[] {
  const all = Buffer.concat(found.flatMap(viewsOf).flatMap((view) => [view, between]))
  return traces.filter(({ bytes }) => all.includes(bytes)).map(({ of }) => of)
}

/** Keeps the end of one thing and the beginning of the next from making up a third. */
const between = Buffer.from('\n|\n')

describe('the search for traces', () => {
  it.each(encodingsOf('5318075205999001').map(({ name, stored }) => [name, stored] as const))(
    'finds a NIK that is stored as %s',
    (_name, stored) => {
      const traces = tracesOf(['5318075205999001'])
      for (const before of [0, 1, 2, 5]) {
        const bytes = Buffer.concat([Buffer.alloc(before, '#'), stored, Buffer.from('##')])
        expect(findTraces([bytes], traces)).not.toEqual([])
      }
    },
  )

  it('finds a name in compressed JSON behind a head', () => {
    const bytes = Buffer.concat([Buffer.from([1, 2, 3, 4, 5]), gzipSync('{"fullName":"Maria Kaka Bili"}')])
    expect(findTraces([bytes], tracesOf(['Maria Kaka Bili']))).not.toEqual([])
  })
})

describe('what the cache leaves in Redis', () => {
  it('shows nothing of anybody after the whole scenario suite', async () => {
    const scenarios = readScenarios()
    const dumped: DumpedEntry[] = []
    for (const { query: text, variables, silent, response } of scenarios) {
      await client.flushall() // The stories tell what happens where nothing is known.
      const gateway = await openGateway()
      for (const agency of silent) graph.agency(agency).proxy.setFault('down')
      const { body } = await gateway.post({ query: text, variables })
      expect(body.data).toEqual((response as typeof body).data)
      const again = await gateway.post({ query: text, variables })
      expect(again.body.data).toEqual(body.data)
      for (const agency of silent) graph.agency(agency).proxy.reset()
      await gateway.stop() // What is being written is written then.
      dumped.push(...(await dumpRedis(redis.url)))
    }
    expect(dumped.filter(isSealed).length).toBeGreaterThan(50)
    expect(dumped.filter((entry) => !isSealed(entry)).length).toBeGreaterThan(50)
    const secrets = await readSecrets()
    expect(secrets.length).toBeGreaterThan(50)
    const traces = tracesOf(secrets)
    expect(
      findTraces(
        dumped.flatMap(({ key, value }) => [key, value]),
        traces,
      ),
    ).toEqual([])
  })
})

describe('values that somebody changed in Redis', () => {
  let gateway: TestGateway

  beforeAll(async () => {
    gateway = await openGateway()
  })
  afterAll(() => gateway.stop())

  /** Everything that a fresh Redis has once both people were asked for and are answered from there. */
  async function fill(): Promise<readonly DumpedEntry[]> {
    await client.flushall()
    for (const nik of [maria, yohanes]) await gateway.post({ query, variables: { nik } })
    // Writes come after the answer.
    for (const nik of [maria, yohanes]) {
      let kept = false
      while (!kept) kept = (await sourcesOf(nik)).every((source) => source === 'CACHE')
    }
    return (await dumpRedis(redis.url)).filter(isSealed)
  }

  async function sourcesOf(nik: string | undefined): Promise<readonly string[]> {
    const { body } = await gateway.post({ query, variables: { nik } })
    const provenance = body.extensions?.['provenance'] as readonly { readonly source: string }[]
    return provenance.map(({ source }) => source)
  }

  async function countRefused(): Promise<number> {
    const text = await (await fetch(gateway.metricsUrl)).text()
    const lines = text.match(/^satu_atap_cache_questions_total\{.*outcome="refused".*\} \d+$/gm) ?? []
    return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
  }

  function flip(value: Buffer, position: number): Buffer {
    const changed = Buffer.from(value)
    changed[position] = (changed[position] ?? 0) ^ 1
    return changed
  }

  it.each([
    ['in their version', (value: Buffer) => flip(value, 0)],
    ['in the id of their key', (value: Buffer) => flip(value, 2)],
    ['in their nonce', (value: Buffer) => flip(value, 7)],
    ['in their text', (value: Buffer) => flip(value, 20)],
    ['in their last byte', (value: Buffer) => flip(value, value.length - 1)],
    ['by a cut', (value: Buffer) => value.subarray(0, -1)],
    ['to nothing', () => Buffer.alloc(0)],
    ['to words', () => Buffer.from('[0,9999999999999,9999999999999,[],{"fullName":"Someone Else"}]')],
  ])('%s are refused and counted, and the answer is right', async (_how, change) => {
    const entries = await fill()
    expect(entries).toHaveLength(12)
    const right = await gateway.post({ query, variables: { nik: maria } })
    for (const { key, value } of entries) await client.set(key, change(value), 'KEEPTTL')
    const before = await countRefused()
    const { body } = await gateway.post({ query, variables: { nik: maria } })
    expect(body.data).toEqual(right.body.data)
    expect(body.errors).toBeUndefined()
    expect(await countRefused()).toBe(before + 6)
  })

  it('by moving them to other keys are refused and counted, and the answer is right', async () => {
    const entries = await fill()
    const right = await gateway.post({ query, variables: { nik: maria } })
    for (const [index, { key }] of entries.entries()) {
      await client.set(key, entries[(index + 1) % entries.length]?.value ?? '', 'KEEPTTL')
    }
    const before = await countRefused()
    const { body, headers } = await gateway.post({ query, variables: { nik: maria } })
    expect(body.data).toEqual(right.body.data)
    expect(headers.get('x-cache')).toContain('why=refused')
    expect(await countRefused()).toBe(before + 6)
  })
})
