import { describe, expect, it } from '@jest/globals'
import { buildSchema, print } from 'graphql'
import { createLocator } from '../../../../gateway/access/createLocator.ts'
import { JsonText } from '../../../../gateway/execute/text/JsonText.ts'
import type { Engine } from '../../../../gateway/plan/Engine.ts'
import { parseFieldSet } from '../../../../platform/parseFieldSet.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { contextWith } from '../../../support/contextWith.ts'

const schema = buildSchema(`
  type Query { person(id: ID!): Person }
  type Person { home: Place birth: Place files: [File!] }
  type Place { code: ID }
  type File { office: Place }
`)

describe('where a record belongs', () => {
  it('is what all fields say that its owners name', async () => {
    const execute: Engine['execute'] = async ({ document }, _variables, { live }) => {
      expect(live).toBe(true)
      expect(print(document)).toMatch(/area0: home \{[^}]*\}\s*area1: birth/)
      const record = {
        __typename: 'Person',
        area0: new JsonText('{"code":"53"}'),
        area1: { code: '32.02' },
        office0: [{ office: { code: 'A' } }, { office: null }],
      }
      return { data: { record }, errors: [], dataSubjects: new Map() }
    }
    const area = [parseFieldSet('home { code } birth { code }')]
    const lookup = { type: 'Person', argument: 'id', area, office: [parseFieldSet('files { office { code } }')] }
    const locate = createLocator({ field: 'person', lookup, engine: { schema, execute } })
    expect(await locate('1', contextWith(createDeadline({ milliseconds: 5_000 })))).toEqual({
      area: ['53', '32.02'],
      office: ['A'],
      hasGaps: false,
    })
  })

  it('is told with the agency that did not say', async () => {
    const execute: Engine['execute'] = async (_operation, _variables, { provenance }) => {
      provenance.record('registry', { source: 'UNAVAILABLE', entities: 1, asOf: null })
      return { data: { record: null }, errors: [], dataSubjects: new Map() }
    }
    const lookup = { type: 'Person', argument: 'id', area: [parseFieldSet('home { code }')], office: [] }
    const locate = createLocator({ field: 'person', lookup, engine: { schema, execute } })
    expect(await locate('1', contextWith(createDeadline({ milliseconds: 5_000 })))).toEqual({
      area: [],
      office: [],
      hasGaps: true,
      silent: 'registry',
    })
  })

  it('cannot be asked by fields that there are none of', () => {
    const lookup = { type: 'Person', argument: 'id', area: [parseFieldSet('home { name }')], office: [] }
    const execute: Engine['execute'] = () => Promise.reject(new Error('is not asked'))
    expect(() => createLocator({ field: 'person', lookup, engine: { schema, execute } })).toThrow(
      'SUPERGRAPH_PATH names a supergraph whose @record of Person names unknown fields.',
    )
  })
})
