import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { compileRootFetch } from '../../../../../gateway/execute/steps/compileRootFetch.ts'
import { compileOptions } from '../../../../support/compileOptions.ts'
import { createFakeSources } from '../../../../support/createFakeSources.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { startRun } from '../../../../support/startRun.ts'

const schema = buildSchema('type Query { a: Int query: Query list: [Query] }')
const gap = { code: 'AGENCY_UNAVAILABLE', details: {}, place: ['b', 0] } as const

describe('a fetch of root fields', () => {
  it('puts the answer beside what is there, with the variables that its text uses', async () => {
    const { sourceOf, asked } = createFakeSources({ registry: () => ({ data: { a: 1, b: { c: 2 } }, gaps: [gap] }) })
    const run = startRun({ b: { d: 3 } }, { first: 1, other: 2 })
    await compileRootFetch(makeFetch('{a b{c}}', { variables: ['first'] }), compileOptions(schema, sourceOf))(run)
    expect(run.data).toEqual({ a: 1, b: { c: 2, d: 3 } })
    expect(run.gaps).toEqual([gap])
    expect(asked).toMatchObject([{ variables: { first: 1 }, representations: [] }])
  })

  it('puts the answer wherever its path leads, with what is missing from it, and is asked once', async () => {
    const { sourceOf, asked } = createFakeSources({
      registry: () => ({ data: { a: 1 }, gaps: [gap, { code: 'INTERNAL', details: {} }] }),
    })
    const run = startRun({ list: [{ x: 1 }, null, {}] })
    await compileRootFetch(makeFetch('{a}', { path: ['list', '@'] }), compileOptions(schema, sourceOf))(run)
    expect(run.data).toEqual({ list: [{ x: 1, a: 1 }, null, { a: 1 }] })
    expect(run.gaps.map(({ place }) => place?.join('.'))).toEqual(['list.0.b.0', 'list.2.b.0', undefined])
    expect(asked).toHaveLength(1)
  })

  it('asks nobody where its path leads nowhere', async () => {
    const { sourceOf, asked } = createFakeSources({})
    const run = startRun({ query: null })
    await compileRootFetch(makeFetch('{a}', { path: ['query'] }), compileOptions(schema, sourceOf))(run)
    expect(asked).toEqual([])
  })

  it('has the keys that the client asked for', async () => {
    const outputRewrites = [{ path: ['... on Query', 'a__alias_0'], change: { rename: 'a' } }]
    const { sourceOf } = createFakeSources({ registry: () => ({ data: { a__alias_0: 1 } }) })
    const run = startRun()
    await compileRootFetch(makeFetch('{a__alias_0:a}', { outputRewrites }), compileOptions(schema, sourceOf))(run)
    expect(run.data).toEqual({ a: 1 })
  })
})
