import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { Named } from '../../../../../gateway/execute/steps/createNamer.ts'
import { createSharedNamers } from '../../../../../gateway/execute/steps/createSharedNamers.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'
import { startRun } from '../../../../support/startRun.ts'

const schema = buildSchema('type Query { a: Int } type Person { id: ID name: String }')
const query = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{count}}}'
const path = ['people', '@']
const papers = makeFetch(query, { agency: 'papers', path, requires: requires(['Person', '__typename', 'id']) })
const people = () => ({ people: [{ __typename: 'Person', id: '1', name: 'Maria' }] })

function representationsOf(named: readonly Named[]): readonly (readonly object[])[] {
  return named.map(({ representations }) => representations)
}

describe('namers of fetches that begin together', () => {
  it('name once what is named in the same way, whoever asks for it', () => {
    const namerOf = createSharedNamers()
    const run = startRun(people())
    const named = namerOf(papers, schema)(run)
    expect(namerOf({ ...papers, agency: 'scores' }, schema)(run)).toBe(named)
    expect(representationsOf(named)).toEqual([[{ __typename: 'Person', id: '1' }]])
  })

  it('name anew in another turn, when the data may be another', async () => {
    const name = createSharedNamers()(papers, schema)
    const run = startRun(people())
    name(run)
    await Promise.resolve()
    run.data['people'] = [{ __typename: 'Person', id: '2' }]
    expect(representationsOf(name(run))).toEqual([[{ __typename: 'Person', id: '2' }]])
  })

  it('name anew what is named in another way, or in another run', () => {
    const namerOf = createSharedNamers()
    const [run, other] = [startRun(people()), startRun(people())]
    const name = namerOf(papers, schema)
    const named = name(run)
    const byName = { ...papers, requires: requires(['Person', '__typename', 'name']) }
    expect(representationsOf(namerOf(byName, schema)(run))).toEqual([[{ __typename: 'Person', name: 'Maria' }]])
    expect(namerOf({ ...papers, path: ['nobody'] }, schema)(run)).toEqual([])
    expect(name(other)).not.toBe(named)
  })
})
