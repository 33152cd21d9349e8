import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse, validate } from 'graphql'
import { explorerTabs } from '../../../../gateway/intake/explorerTabs.ts'

describe('the tabs of the explorer', () => {
  const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))

  it('are one a persona, and one for each list', () => {
    const tabs = explorerTabs(schema)
    expect(tabs).toHaveLength(10)
    const niks = tabs.flatMap(({ query }) => /\d{16}/.exec(query) ?? [])
    expect(new Set(niks).size).toBe(8)
  })

  it('each have a name of their own and fit the schema', () => {
    const tabs = explorerTabs(schema)
    const names = tabs.map(({ query }) => /^query (\w+)/.exec(query)?.[1])
    expect(new Set(names).size).toBe(tabs.length)
    expect(tabs.flatMap(({ query }) => validate(schema, parse(query)))).toEqual([])
  })

  it('are none for a graph that is not ours', () => {
    expect(explorerTabs(buildSchema('type Query { book: String }'))).toEqual([])
  })
})
