import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { AgencyAnswer, AgencyAnswerError } from '../../../../../gateway/agency/AgencyAnswer.ts'
import { openTestGraph } from '../../../../support/openTestGraph.ts'
import type { TestAnswer, TestGraph } from '../../../../support/openTestGraph.ts'
import { paperAgencies } from '../../../../support/paperAgencies.ts'
import { tamper } from '../../../../support/tamper.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph(paperAgencies)
})
afterAll(() => graph.stop())
beforeEach(() => {
  graph.tampers.clear()
  graph.log.length = 0
})

/** Errors as paths with codes. */
function gapsOf({ errors }: TestAnswer): readonly string[] {
  return errors.map(({ path, extensions }) => `${path?.join('.') ?? 'nowhere'} ${String(extensions?.['code'])}`)
}

describe('an error that an agency reports', () => {
  const at = ['_entities', 1, 'papers'] as const

  test.each([
    ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ['NIK_MALFORMED', 'NIK_MALFORMED'],
    ['REGION_UNKNOWN', 'REGION_UNKNOWN'],
    ['PAGE_SIZE_OUT_OF_RANGE', 'PAGE_SIZE_OUT_OF_RANGE'],
    ['CURSOR_INVALID', 'CURSOR_INVALID'],
    ['DEADLINE_EXCEEDED', 'AGENCY_UNAVAILABLE'],
    ['OVERLOADED', 'AGENCY_UNAVAILABLE'],
    ['SHUTTING_DOWN', 'AGENCY_UNAVAILABLE'],
    ['INTERNAL', 'AGENCY_ERROR'],
    ['CALL_UNAUTHENTICATED', 'AGENCY_ERROR'],
    ['Maria', 'AGENCY_ERROR'],
    [undefined, 'AGENCY_ERROR'],
  ])('with the code %s leaves as %s', async (code, expected) => {
    const error = { message: 'SELECT name FROM Maria', path: at, extensions: { code, stacktrace: ['at Maria'] } }
    graph.tampers.set(
      'papers',
      tamper.entities((entities) => entities.with(1, { papers: null }), error),
    )
    const answer = await graph.ask('{ people { papers { number } } }')
    expect(gapsOf(answer)).toEqual([`people.1.papers ${expected}`])
    expect(JSON.stringify(answer)).not.toMatch(/SELECT|Maria|stacktrace/)
    expect(graph.log.join('')).not.toMatch(/SELECT|Maria/)
    const isGap = expected.startsWith('AGENCY_')
    expect(graph.log.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: isGap ? 40 : 20, count: 1 }])
    expect(answer.provenance[0]?.entities).toMatchObject(isGap ? { live: 2, unavailable: 1 } : { live: 3 })
  })

  test('names an argument that the graph has, and nothing else', async () => {
    const input = (argument: unknown): AgencyAnswerError => ({
      path: ['person'],
      extensions: { code: 'BAD_USER_INPUT', argument },
    })
    graph.tampers.set('registry', tamper.errors(input('id'), input('Maria'), input(1)))
    const { errors } = await graph.ask('{ person(id: "1") { name } }')
    expect(errors.map(({ extensions }) => extensions?.['argument'])).toEqual(['id', undefined, undefined])
  })

  test('inside what is no answer is not told beside that', async () => {
    const error = { path: ['_entities', 1, 'papers', 0, 'number'] }
    graph.tampers.set(
      'papers',
      tamper.entities((entities) => entities.with(1, { papers: [{ number: null }, 'P3'] }), error),
    )
    const answer = await graph.ask('{ people { papers { number } } }')
    expect(answer.data).toMatchObject({ people: [{}, { papers: null }, {}] })
    expect(gapsOf(answer)).toEqual(['people.1.papers AGENCY_UNAVAILABLE'])
  })

  test('about an entity stands at each of its fields', async () => {
    const error = { path: ['_entities', 1], extensions: { code: 'INTERNAL' } }
    graph.tampers.set(
      'papers',
      tamper.entities(([first, , third]) => [first, null, third], error),
    )
    const answer = await graph.ask('{ people { id count score } }')
    expect(answer.data).toMatchObject({
      people: [{ count: 1 }, { count: null, score: '["Yohanes",null]' }, { count: 1 }],
    })
    expect(gapsOf(answer)).toEqual(['people.1.count AGENCY_ERROR', 'people.1.papers AGENCY_ERROR'])
  })

  test('that took the whole entity away from inside it stands at each of its fields', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities((entities) => entities.map((one, index) => (index === 1 ? null : one)), {
        path: ['_entities', 1, 'papers', 0, 'number'],
      }),
    )
    const answer = await graph.ask('{ people { papers { number } count } }')
    expect(answer.data).toMatchObject({ people: [{}, { papers: null, count: null }, {}] })
    expect(gapsOf(answer)).toEqual(['people.1.papers.0.number AGENCY_ERROR', 'people.1.count AGENCY_ERROR'])
  })

  test('that took nothing away but its own field is no reason for another', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities(
        (entities) => entities.map((one, index) => (index === 1 ? null : one)),
        { path: ['_entities', 1, 'count'], extensions: { code: 'BAD_USER_INPUT' } },
        { path: ['_entities', 1, 'papers', 0, 'number'] },
      ),
    )
    const answer = await graph.ask('{ people { papers { number } count } }')
    expect(gapsOf(answer)).toEqual(['people.1.count BAD_USER_INPUT', 'people.1.papers.0.number AGENCY_ERROR'])
  })

  test('that took all data away stands at every gap', async () => {
    const errors = [{ extensions: { code: 'BAD_USER_INPUT' } }, { extensions: { code: 'BAD_USER_INPUT' } }]
    graph.tampers.set('registry', (): AgencyAnswer => ({ data: null, errors }))
    const answer = await graph.ask('{ a: person(id: "1") { name } b: person(id: "2") { name } }')
    expect(answer.data).toEqual({ a: null, b: null })
    expect(gapsOf(answer)).toEqual(['a BAD_USER_INPUT', 'b BAD_USER_INPUT'])
  })

  test.each<[string, AgencyAnswerError['path']]>([
    ['no path', undefined],
    ['the path of nothing asked for', ['Maria']],
    ['an empty path', []],
  ])('with %s has no place', async (_what, path) => {
    graph.tampers.set('registry', tamper.errors(path === undefined ? {} : { path }))
    const answer = await graph.ask('{ person(id: "1") { name } }')
    expect(answer.data).toEqual({ person: { name: 'Maria' } })
    expect(gapsOf(answer)).toEqual(['nowhere AGENCY_ERROR'])
  })

  test.each<[string, AgencyAnswerError['path']]>([
    ['of no entity', ['_entities']],
    ['of an entity that there is not', ['_entities', 9, 'papers']],
    ['with a text for the entity', ['_entities', 'Maria']],
    ['of something else', ['Maria', 0]],
  ])('with the path %s has no place', async (_what, path = []) => {
    graph.tampers.set('papers', tamper.errors({ path }))
    const answer = await graph.ask('{ people { papers { number } } }')
    expect(gapsOf(answer)).toEqual(['nowhere AGENCY_ERROR'])
  })

  test('about an entity that is there all the same stands at that entity', async () => {
    graph.tampers.set('papers', tamper.errors({ path: ['_entities', 1] }))
    const answer = await graph.ask('{ people { papers { number } } }')
    expect(gapsOf(answer)).toEqual(['people.1 AGENCY_ERROR'])
  })

  test('has its path cut where it leaves the question', async () => {
    graph.tampers.set('papers', tamper.errors({ path: ['_entities', 0, 'papers', 0, 'Maria', 1] }))
    await expect(graph.ask('{ people { papers { number } } }')).resolves.toMatchObject({
      errors: [{ path: ['people', 0, 'papers', 0] }],
    })
    graph.tampers.set('papers', tamper.errors({ path: ['_entities', 0, 'papers', -1] }))
    await expect(graph.ask('{ people { papers { number } } }')).resolves.toMatchObject({
      errors: [{ path: ['people', 0, 'papers'] }],
    })
  })
})
