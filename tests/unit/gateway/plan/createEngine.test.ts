import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import { operationOf } from '../../../../gateway/document/operationOf.ts'
import type { AgencySource } from '../../../../gateway/execute/ask/createAgencySource.ts'
import { createEngine } from '../../../../gateway/plan/createEngine.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { composeSupergraph } from '../../../support/composeSupergraph.ts'
import { contextWith } from '../../../support/contextWith.ts'
import { lookupAgencies } from '../../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../../support/openMemoryEngine.ts'
import { tamper } from '../../../support/tamper.ts'

/** Takes as much longer to plan as it has more fields. */
function wide(count: number): string {
  const fields = Array.from({ length: count }, (_, index) => `f${index}: friends { name count papers { printed } }`)
  return `{ people { ${fields.join(' ')} } }`
}

describe('our engine', () => {
  let graph: MemoryEngine
  beforeAll(async () => {
    graph = await openMemoryEngine(lookupAgencies)
  })
  afterAll(() => graph.engine.stop())
  beforeEach(() => {
    graph.tampers.clear()
    graph.calls.length = 0
  })

  it('answers what its agencies answer, under the client’s names', async () => {
    const query = `query($id: ID!) {
      person(id: $id) { born: name own_born: name(short: true) name(short: false) __proto__: count news papers { printed } greeting }
      __typename
    }`
    const { data, errors } = await graph.ask(query, { id: '1' })
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        person: {
          born: 'Maria',
          own_born: 'Maria',
          name: 'Maria',
          ['__proto__']: 2,
          news: ['about 1'],
          papers: [{ printed: 'P1 is printed' }, { printed: 'P0 is printed' }],
          greeting: 'from Ende',
        },
        __typename: 'Query',
      }),
    )
  })

  it('asks everybody at once for a key that stands in the text', async () => {
    await expect(graph.ask('{ person(id: "2") { name count news } }')).resolves.toEqual({
      data: { person: { name: 'Yohanes', count: 2, news: ['about 2'] } },
      errors: [],
    })
    expect(graph.calls.map(({ agency }) => agency).toSorted()).toEqual(['papers', 'press', 'registry'])
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['a variable', 'query($id: ID!) { person(id: $id) { key } }', { id: 1 }],
    ['a literal', '{ person(id: 1) { key } }', {}],
    ['a default', 'query($id: ID! = 1) { person(id: $id) { key } }', {}],
  ])(
    'names an entity by its key as the owner would, also when %s says it as a number',
    async (_what, query, variables) => {
      await expect(graph.ask(query, variables)).resolves.toEqual({ data: { person: { key: '"1"' } }, errors: [] })
    },
  )

  it('says of itself what the schema says, and asks nobody', async () => {
    const { data } = await graph.ask('{ __type(name: "Person") { name } own: __schema { queryType { name } } }')
    expect(data).toEqual({ __type: { name: 'Person' }, own: { queryType: { name: 'Query' } } })
    expect(graph.calls).toEqual([])
    const newer = await graph.ask('{ __type(name: "Person") { isOneOf } person(id: "2") { name } }')
    expect(newer).toEqual({ data: { __type: { isOneOf: null }, person: { name: 'Yohanes' } }, errors: [] })
  })

  it('tells what is missing at the client’s paths', async () => {
    graph.tampers.set('papers', tamper.failing('TIMEOUT'))
    const { data, errors } = await graph.ask('{ people { born: count name(short: true) } }')
    expect(data).toEqual({
      people: [
        { born: null, name: 'Maria' },
        { born: null, name: 'Yohanes' },
      ],
    })
    expect(errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['people', 0, 'born'], 'AGENCY_UNAVAILABLE'],
      [['people', 1, 'born'], 'AGENCY_UNAVAILABLE'],
    ])
  })

  it.each(['representations', '__proto__', 'constructor', 'toString', 'id__alias_0'])(
    'takes a variable of any name: %s',
    async (name) => {
      const query = `query($${name}: ID!, $short: Boolean) {
        person(id: $${name}) { name(short: $short) friends { name(short: $short) count } count }
        being(id: $${name}) { id }
      }`
      const variables = Object.fromEntries([[name, '1']])
      await expect(graph.ask(query, variables)).resolves.toEqual({
        data: { person: { name: 'Maria', friends: [{ name: 'Yohanes', count: 2 }], count: 2 }, being: { id: '1' } },
        errors: [],
      })
    },
  )

  it('answers an interface that is looked up by key', async () => {
    await expect(graph.ask('{ being(id: "1") { id ... on Person { name count } } }')).resolves.toEqual({
      data: { being: { id: '1', name: 'Maria', count: 2 } },
      errors: [],
    })
  })

  it('sends agencies texts that their rules allow, whatever fragments are shared', async () => {
    const { data, errors } = await graph.ask(
      `query($a: ID!, $b: ID!) { a: person(id: $a) { ...Long friends { ...Long } } b: person(id: $b) { name } }
      fragment Long on Person { id name birthPlace born }`,
      { a: '1', b: '2' },
    )
    expect(errors).toEqual([])
    expect(data).toMatchObject({ a: { friends: [{ name: 'Yohanes' }] }, b: { name: 'Yohanes' } })
  })
})

describe('a plan', () => {
  let graph: MemoryEngine
  afterEach(() => graph.engine.stop())

  it('is made once for all who ask the same at once', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const ids = Array.from({ length: 20 }, (_, index) => String(index % 2 === 0 ? 1 : 2))
    const query = 'query($id: ID!) { person(id: $id) { id count } }'
    const answers = await Promise.all(ids.map((id) => graph.ask(query, { id })))
    expect(answers).toEqual(ids.map((id) => ({ data: { person: { id, count: 2 } }, errors: [] })))
    expect(graph.opened()).toBe(2)
  })

  it('is made once for texts that differ in literals, white space, comments, names and other operations', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const texts = [
      '{ person(id: "1") { id count } }',
      'query Who { person(id: "2") { id, count } } # who',
      'query Other\n{\n  person ( id : """1""" )\n  { id count } }',
      '{ person(id: "1") { ...F } } fragment F on Person { id count }',
    ]
    for (const text of texts.slice(0, 3)) await graph.ask(text)
    expect(graph.opened()).toBe(2)
    await graph.ask(texts[3] ?? '')
    expect(graph.opened()).toBe(4)
  })

  it('is made once for texts of which conditions leave the same', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const plain = await graph.ask('{ person(id: "1") { id count } }')
    const query = 'query($x: Boolean!) { person(id: "1") { id name @skip(if: $x) count } }'
    await expect(graph.ask(query, { x: true })).resolves.toEqual(plain)
    expect(graph.opened()).toBe(2)
  })

  it('keeps the literals of each text apart', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const both = ['1', '2'].map((id) => graph.ask(`{ person(id: "${id}") { id } }`))
    await expect(Promise.all(both)).resolves.toMatchObject([
      { data: { person: { id: '1' } } },
      { data: { person: { id: '2' } } },
    ])
    expect(graph.opened()).toBe(1)
  })

  it('is made anew when there was no room to keep it beside another', async () => {
    graph = await openMemoryEngine(lookupAgencies, { limits: { planBytes: 1 } })
    const one = '{ person(id: "1") { id } }'
    for (const text of [one, '{ people { id } }', one]) {
      await expect(graph.ask(text)).resolves.toMatchObject({ errors: [] })
    }
    expect(graph.opened()).toBe(3)
  })

  it('makes way for others when it is the one unused for longest', async () => {
    graph = await openMemoryEngine(lookupAgencies, { limits: { planBytes: 100_000 } })
    const first = '{ people { id } }'
    await graph.ask(first)
    for (let index = 0; index < 40; index += 1) await graph.ask(`{ people { a${index}: name } }`)
    const before = graph.opened()
    await graph.ask(first)
    expect(graph.opened()).toBe(before + 1)
    await graph.ask(first)
    expect(graph.opened()).toBe(before + 1)
  })

  it('that takes too long is refused to all who wait for it, and others are planned', async () => {
    graph = await openMemoryEngine(lookupAgencies, { limits: { planTime: 200 } })
    const refused = { extensions: { code: 'OPERATION_TOO_LARGE' } }
    const asking = Promise.allSettled([graph.ask(wide(2_500)), graph.ask(wide(2_500))])
    await expect(asking).resolves.toMatchObject([{ reason: refused }, { reason: refused }])
    await expect(graph.ask('{ people { id } }')).resolves.toMatchObject({ errors: [] })
  })

  it('is not waited for longer than its asker can, and is there for the next one', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const hurry = graph.ask(wide(200), {}, createDeadline({ milliseconds: 10 }))
    await expect(hurry).rejects.toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } })
    expect(graph.opened()).toBe(0)
    await graph.ask(wide(200))
    const once = graph.opened()
    await graph.ask(wide(200))
    expect(graph.opened()).toBe(once)
  })

  it('is not waited for by one whose time is over', async () => {
    graph = await openMemoryEngine(lookupAgencies)
    const deadline = createDeadline({ milliseconds: 10_000, left: AbortSignal.abort() })
    await expect(graph.ask('{ people { id } }', {}, deadline)).rejects.toMatchObject({
      extensions: { code: 'DEADLINE_EXCEEDED' },
    })
  })
})

describe('an operation that was read once', () => {
  it('is prepared once, whatever its variables', async () => {
    const sdl = composeSupergraph([{ name: 'one', url: '', sdl: 'type Query { a(b: Int, c: Int): Int }' }])
    const asked: unknown[] = []
    let opened = 0
    const source: AgencySource = {
      open() {
        opened += 1
        return async ({ variables }) => {
          asked.push(variables)
          const origin = { source: 'LIVE', asOf: 0, why: 'uncached' } as const
          return { parts: [{ data: { a: 1 }, gaps: [], origin }], placeless: [] }
        }
      },
    }
    const engine = await createEngine({
      supergraph: { sdl, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }), agencies: [] },
      sourceOf: () => source,
      limits: { planBytes: 1_000_000, planTime: 20_000, planQueue: 10 },
    })
    const { document, definition } = operationOf(parse('query($b: Int) { a(b: $b, c: 3) }'))
    let reads = 0
    const watched: DocumentNode = {
      ...document,
      get definitions() {
        reads += 1
        return document.definitions
      },
    }
    const readsAfter: number[] = []
    for (const b of [1, 2]) {
      const context = contextWith(createDeadline({ milliseconds: 20_000 }))
      // What the client sends under the name of a literal is not that literal.
      await engine.execute({ document: watched, definition }, { b, literal0: 9 }, context)
      readsAfter.push(reads)
    }
    await engine.stop()
    expect(opened).toBe(1)
    expect(readsAfter[0]).toBeGreaterThan(0)
    expect(readsAfter[1]).toBe(readsAfter[0])
    expect(asked).toEqual([
      { b: 1, literal0: 3 },
      { b: 2, literal0: 3 },
    ])
  })
})

/** How many threads this process has beside its own. */
function threads(): number {
  const report = process.report.getReport() as { readonly workers: readonly unknown[] }
  return report.workers.length
}

describe('a supergraph that cannot be served', () => {
  it('is refused with the reason', async () => {
    const sdl = 'type Query { a: Int }'
    const supergraph = { sdl, schema: buildASTSchema(parse(sdl)), agencies: [] }
    const limits = { planBytes: 1, planTime: 20_000, planQueue: 10 }
    const sourceOf = (): AgencySource => {
      throw new Error('never asked for')
    }
    await expect(createEngine({ supergraph, sourceOf, limits })).rejects.toMatchObject({ name: 'EnvironmentError' })
  })

  it('leaves no thread behind, whatever goes wrong', async () => {
    const sdl = composeSupergraph([{ name: 'one', url: '', sdl: 'type Query { a: Int }' }])
    const supergraph = { sdl, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }), agencies: [] }
    const sourceOf = (): AgencySource => {
      throw new Error('never asked for')
    }
    const before = threads()
    // A cache of plans has to have a size.
    const limits = { planBytes: Number.NaN, planTime: 20_000, planQueue: 10 }
    await expect(createEngine({ supergraph, sourceOf, limits })).rejects.toThrow('max')
    expect(threads()).toBe(before)
  })
})
