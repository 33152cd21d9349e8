import type { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { buildSchema, isObjectType } from 'graphql'
import { createPlanner } from '../../../../../gateway/plan/planner/createPlanner.ts'
import { openPlanner } from '../../../../../gateway/plan/planner/openPlanner.ts'
import type { OpenPlanner, PlannerLimits } from '../../../../../gateway/plan/planner/openPlanner.ts'
import { composeSupergraph } from '../../../../support/composeSupergraph.ts'
import { lookupAgencies } from '../../../../support/lookupAgencies.ts'
import { until } from '../../../../support/until.ts'

const small = 'query($id: ID!) { person(id: $id) { name count } }'

/** Takes as much longer to plan as it has more fields: thousands take seconds. */
function wide(count: number): string {
  const fields = Array.from({ length: count }, (_, index) => `f${index}: friends { name count papers { printed } }`)
  return `{ people { ${fields.join(' ')} } }`
}
const large = wide(6_000)

let sdl: string
let opened: OpenPlanner | undefined

beforeAll(() => {
  sdl = composeSupergraph(Object.entries(lookupAgencies).map(([name, agency]) => ({ name, url: '', sdl: agency.sdl })))
})

afterEach(async () => {
  await opened?.close()
  opened = undefined
})

async function open(limits: Partial<PlannerLimits> = {}): Promise<OpenPlanner> {
  opened = await openPlanner(sdl, { time: 20_000, queue: 10, ...limits })
  return opened
}

/** What became of each, a plan or the code of a fault. */
async function outcomes(...plans: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const settled = await Promise.allSettled(plans)
  return settled.map((one) => (one.status === 'fulfilled' ? 'planned' : codeOf(one.reason)))
}

function codeOf(reason: unknown): unknown {
  return (reason as { extensions?: { code?: unknown } }).extensions?.code ?? reason
}

describe('a planner in a thread', () => {
  it('tells the schema that clients see', async () => {
    const { apiSdl } = await open()
    const person = buildSchema(apiSdl).getType('Person')
    expect(isObjectType(person) && Object.keys(person.getFields())).toEqual(
      expect.arrayContaining(['name', 'count', 'news']),
    )
    expect(apiSdl).not.toContain('join__')
  })

  it('makes the plans that it would make here', async () => {
    const { plan } = await open()
    await expect(plan(small)).resolves.toEqual(JSON.parse(JSON.stringify(createPlanner(sdl).plan(small))))
  })

  it('makes none where no agency is asked', async () => {
    const { plan } = await open()
    await expect(plan('{ __schema { queryType { name } } __typename }')).resolves.toBeNull()
  })

  it('leaves this thread to others while it plans', async () => {
    const { plan } = await open()
    let turns = 0
    const turn = setInterval(() => (turns += 1), 5)
    await plan(wide(500))
    clearInterval(turn)
    expect(turns).toBeGreaterThan(1)
  })

  it('rejects for what is no operation of the schema, and goes on', async () => {
    const { plan } = await open()
    await expect(plan('{ nobody }')).rejects.toThrow('nobody')
    await expect(plan(small)).resolves.toMatchObject({ kind: 'lookup' })
  })

  it('rejects for what is too deep, and goes on', async () => {
    const { plan } = await open()
    const deep = `{ people ${'{ friends '.repeat(50_000)} { id } ${'}'.repeat(50_000)} }`
    await expect(outcomes(plan(deep))).resolves.toEqual(['OPERATION_TOO_LARGE'])
    await expect(plan(small)).resolves.toMatchObject({ kind: 'lookup' })
  })

  it('gives up when it is closed, also what it is planning', async () => {
    const { plan, close } = await open()
    const planning = outcomes(plan(large), plan(small))
    await close()
    await expect(planning).resolves.toEqual([expect.any(Error), expect.any(Error)])
  })
})

describe('a supergraph that cannot be planned for', () => {
  it.each([
    ['is none', () => 'type Query { a: Int }', 'must be a core schema'],
    ['is not GraphQL', () => '{', 'Syntax Error'],
    [
      'asks for what nobody here enforces',
      () => sdl.replace('schema', 'schema @link(url: "https://specs.apollo.dev/unknown/v9.0", for: SECURITY)'),
      'https://specs.apollo.dev/unknown/v9.0 is for: SECURITY but is unsupported',
    ],
  ])('is refused when it %s, with the reason', async (_what, text, reason) => {
    await expect(openPlanner(text(), { time: 20_000, queue: 10 })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(`^SUPERGRAPH_PATH names a supergraph that cannot be served: [^]*${reason}`),
    })
  })
})

/** Requirements at which the planner goes round in circles, and remembers each of its ways in one list. */
const circling = {
  a: `type Query { q0: [E] @provides(fields: "c") }
    type D @key(fields: "id") { id: ID! f4: Int! @external c: Int @external ra2: Int @requires(fields: "f4") }
    type E @key(fields: "id") { id: ID! f0: [D!] @external f3: Int c: Int @external ra: Int @requires(fields: "f0 { c }") }
    type F @key(fields: "id") @key(fields: "code") { id: ID! code: ID! name: Int @external ra: Int @requires(fields: "name") }`,
  b: `type Query { q: [E] @shareable }
    type D @key(fields: "id") { id: ID! c: Int ra2: Int @external rb: Int @requires(fields: "ra2") }
    type E @key(fields: "id code") {
      id: ID! code: ID! f0: [D!] f3: Int @external c: Int @shareable ra: Int @external
      rb2: Int @requires(fields: "ra") rb: Int @requires(fields: "f3")
    }
    type F @key(fields: "id") { id: ID! name: Int @external ra: Int @external rb: Int @requires(fields: "ra name") }`,
  c: `type D @key(fields: "id") { id: ID! f1: Int @external f2: [F] ra2: Int @external rc: Int @requires(fields: "f1 ra2") }
    type E @key(fields: "id") @key(fields: "id code") { id: ID! code: ID! }
    type F @key(fields: "id") { id: ID! name: Int }`,
  d: `type Query { q: [E] @shareable }
    type D @key(fields: "id") {
      id: ID! f1: Int f2: [F] @external f4: Int! rc: Int @external rd: Int @requires(fields: "f2 { name } rc")
    }
    type E @key(fields: "id") { id: ID! c: Int @external rb2: Int @external rd: Int @requires(fields: "c rb2") }
    type F @key(fields: "code") { code: ID! name: Int @external rb: Int @external rd: Int @requires(fields: "rb") }`,
}

describe('planning that goes round in circles', () => {
  it('is given up without an end of the process, and the next operation is planned', async () => {
    const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
      import: ["@key", "@external", "@requires", "@provides", "@shareable"])`
    const agencies = Object.entries(circling).map(([name, own]) => ({ name, url: '', sdl: `${link} ${own}` }))
    opened = await openPlanner(composeSupergraph(agencies), { time: 25_000, queue: 10 })
    const { plan } = opened
    await expect(outcomes(plan('{ q { ra rb rb2 } }'))).resolves.toEqual(['OPERATION_TOO_LARGE'])
    await expect(outcomes(plan('{ q { rb rb2 } }'))).resolves.toEqual(['planned'])
  })
})

describe('planning that takes too long', () => {
  it('is given up, and the next operation is planned, however long a new thread takes to start', async () => {
    const { plan } = await open({ time: 200 })
    await expect(outcomes(plan(large))).resolves.toEqual(['OPERATION_TOO_LARGE'])
    await expect(outcomes(plan(small))).resolves.toEqual(['planned'])
  })

  it('holds up nobody who comes behind it', async () => {
    const { plan } = await open()
    let isOver = false
    const planning = plan(large).finally(() => (isOver = true))
    await expect(Promise.all([plan(small), plan('{ people { id } }')])).resolves.toMatchObject([{}, {}])
    await expect(plan(small)).resolves.toMatchObject({ kind: 'lookup' })
    expect(isOver).toBe(false)
    await planning
    await expect(plan(small)).resolves.toMatchObject({ kind: 'lookup' })
  })

  it('leaves no thread behind, however many were given up', async () => {
    const threads = new Set<Worker>()
    function note(thread: Worker): void {
      threads.add(thread)
      thread.once('exit', () => threads.delete(thread))
    }
    process.on('worker', note)
    const { plan, close } = await open({ time: 300 })
    await expect(outcomes(plan(large), plan(large), plan(large))).resolves.toHaveLength(3)
    const [last] = [outcomes(plan(large), plan(large), plan(small))]
    await close()
    await expect(last).resolves.toHaveLength(3)
    await expect(plan(small)).rejects.toThrow('closed')
    await until('they are gone', () => threads.size === 0)
    process.off('worker', note)
  })

  it('makes nobody else too large who waits for it', async () => {
    const { plan } = await open({ time: 200 })
    const [first, second] = await outcomes(plan(large), plan(small))
    expect(first).toBe('OPERATION_TOO_LARGE')
    expect(second).not.toBe('OPERATION_TOO_LARGE')
  })
})

describe('operations that wait to be planned', () => {
  it('are refused beyond a number, and told when to come again', async () => {
    const { plan } = await open({ queue: 2 })
    const planning = outcomes(plan(wide(500)), plan(small), plan(small))
    await expect(plan(small)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED', retryAfterSeconds: 1 } })
    await expect(planning).resolves.toEqual(['planned', 'planned', 'planned'])
    await expect(plan(small)).resolves.toMatchObject({ kind: 'lookup' })
  })
})
