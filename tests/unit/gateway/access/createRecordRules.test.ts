import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import type { Principal } from '../../../../gateway/access/Principal.ts'
import { createRecordRules } from '../../../../gateway/access/createRecordRules.ts'
import type { RootDecisions } from '../../../../gateway/access/createRecordRules.ts'
import { operationOf } from '../../../../gateway/document/operationOf.ts'
import type { Variables } from '../../../../gateway/execute/Variables.ts'
import type { Engine } from '../../../../gateway/plan/Engine.ts'
import { parseFieldSet } from '../../../../platform/parseFieldSet.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { contextWith } from '../../../support/contextWith.ts'

const schema = buildSchema(`
  type Query { person(id: ID! = "none"): Person people(home: String, first: Int! = 1): [Person] everybody: [Person] about: String }
  type Person { id: ID home: String }
`)

const worker: Principal = {
  kind: 'WORKER',
  client: 'application',
  subject: 'somebody',
  office: undefined,
  area: [],
  nik: 'one',
  scopes: [],
}
const officer: Principal = { ...worker, kind: 'LTSA_OFFICER', nik: undefined, office: 'LTSA-53', area: ['53'] }
const bp2mi: Principal = { ...worker, kind: 'BP2MI', nik: undefined }

/** Where people live is asked of the one who knows it now. */
function openRules(homes: Readonly<Record<string, string>> = {}) {
  const located: unknown[] = []
  const times: number[] = []
  const execute: Engine['execute'] = async (_operation, { key }, { deadline }) => {
    located.push(key)
    times.push(deadline.remaining())
    return { data: { record: { area0: homes[String(key)] ?? null } }, errors: [], dataSubjects: new Map() }
  }
  const lookup = { type: 'Person', argument: 'id', area: [parseFieldSet('home')], office: [] }
  const records = {
    dataSubjects: new Map(),
    lookups: new Map([['person', lookup]]),
    lists: new Map([['people', [{ at: ['home'], to: 'AREA' } as const]]]),
    unguarded: new Set(['Query.everybody']),
  }
  const decide = createRecordRules({ records, engine: { schema, execute } })
  return {
    located,
    /** Milliseconds that there were to locate somebody. */
    times,
    rulesOf(query: string, milliseconds = 5_000) {
      const operation = operationOf(parse(query))
      const { signal } = createDeadline({ milliseconds })
      const context = contextWith({ signal, remaining: () => milliseconds })
      return (principal: Principal, variables: Variables = {}): Promise<RootDecisions> =>
        decide({ operation, variables, principal, context })
    },
  }
}

const outside = (field: string) => ({ kind: 'withheld', code: 'OUTSIDE_AREA', field })

describe('what is decided of an operation', () => {
  it('is decided for each principal anew', async () => {
    const decide = openRules().rulesOf('{ mine: person(id: "one") { id } everybody { id } about }')
    expect(await decide(bp2mi)).toEqual({
      marks: new Map(),
      sought: new Map([['mine', 'one']]),
      denied: new Set(),
      lists: new Set(),
    })
    const everybody = ['everybody', outside('Query.everybody')] as const
    expect(await decide(worker)).toEqual({
      marks: new Map([everybody]),
      sought: new Map([['mine', 'one']]),
      denied: new Set(),
      lists: new Set(),
    })
    expect(await decide({ ...worker, nik: 'two' })).toEqual({
      marks: new Map<string, unknown>([everybody, ['mine', { kind: 'absent' }]]),
      sought: new Map(),
      denied: new Set(['one']),
      lists: new Set(),
    })
  })

  it('is decided for each request by where the record belongs now', async () => {
    const homes: Record<string, string> = { two: '53.18' }
    const { rulesOf, located } = openRules(homes)
    const decide = rulesOf('query($id: ID!) { person(id: $id) { id } }')
    const outcomes: unknown[] = []
    for (const home of ['53.18', '32', '53']) {
      homes['two'] = home
      outcomes.push([...(await decide(officer, { id: 'two' })).sought.values()])
    }
    expect(outcomes).toEqual([['two'], [], ['two']])
    expect(located).toEqual(['two', 'two', 'two'])
  })

  it.each([
    [290, 250],
    [340, 300],
  ])('has whole steps of 50 ms of a deadline of %d ms: a client cannot place the end of %d', async (given, steps) => {
    const { rulesOf, times } = openRules({ two: '32' })
    await rulesOf('{ person(id: "two") { id } }', given)(officer)
    expect(Math.ceil((times[0] ?? 0) / 50) * 50).toBe(steps)
  })

  it('is not known where a deadline leaves less than a step to ask in, and nobody is asked', async () => {
    const { rulesOf, located } = openRules({ two: '53' })
    const { marks } = await rulesOf('{ person(id: "two") { id } }', 40)(officer)
    expect([...marks.values()]).toEqual([{ kind: 'withheld', code: 'AGENCY_UNAVAILABLE', field: 'Query.person' }])
    expect(located).toEqual([])
  })

  it.each<readonly [Variables, string | undefined]>([
    [{ id: 'one' }, 'one'],
    [{ id: 7 }, '7'],
    [{}, 'none'],
    [Object.create({ id: 'inherited' }) as Variables, 'none'],
    [{ id: null }, undefined],
  ])('seeks whom the variables %j name: %j', async (variables, sought) => {
    const decide = openRules().rulesOf('query($id: ID) { person(id: $id) { id } }')
    const { marks, sought: found } = await decide(bp2mi, variables)
    expect(found.get('person')).toBe(sought)
    const bad = { kind: 'withheld', code: 'BAD_USER_INPUT', field: 'Query.person' }
    expect([...marks.values()]).toEqual(sought === undefined ? [bad] : [])
  })

  it('keeps a list to the area that is named, whether as a variable or as it stands', async () => {
    const { rulesOf } = openRules()
    const named = rulesOf('query($home: String) { people(home: $home, first: 2) { id } }')
    const written = rulesOf(
      '{ here: people(home: "53.18") { id } there: people(home: "32") { id } all: people { id } }',
    )
    const codes = async (home: string) => [...(await named(officer, { home })).marks.values()]
    expect([await codes('53'), await codes('32'), await codes('53')]).toEqual([[], [outside('Query.people')], []])
    expect([...(await written(officer)).marks.keys()]).toEqual(['there', 'all'])
    expect([(await written(officer)).lists, (await named(officer, { home: '32' })).lists]).toEqual([
      new Set(['here']),
      new Set(),
    ])
    expect((await written(bp2mi)).marks.size).toBe(0)
  })
})
