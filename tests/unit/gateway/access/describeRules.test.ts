import { describe, expect, it } from '@jest/globals'
import { buildSchema, isObjectType } from 'graphql'
import { describeRules } from '../../../../gateway/access/describeRules.ts'

const supergraph = buildSchema(`
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  directive @classified(as: String!) on FIELD_DEFINITION
  type Query {
    name: String @access(scope: "identity", purposes: ["supervision"]) @access(scope: "validity", mask: "INITIALS") @classified(as: "GENERAL")
    clinics: Int @access(scope: "reference") @classified(as: "PUBLIC")
    forgotten: Int
  }
`)

describe('what the explorer shows of a field', () => {
  it('says who may see it', () => {
    const schema = buildSchema('type Query { "A name." name: String clinics: Int forgotten: Int }')
    describeRules(schema, supergraph)
    const { name, clinics, forgotten } = schema.getQueryType()?.getFields() ?? {}
    expect(name?.description).toBe(
      'A name.\n\nAccess: scope `identity` for supervision; else scope `validity`, shown as INITIALS. GENERAL personal data.',
    )
    expect(clinics?.description).toBe('Access: scope `reference`. About nobody.')
    expect(forgotten?.description).toBe('Access: nobody. SPECIFIC personal data.')
    expect(isObjectType(schema.getType('__Type'))).toBe(true)
  })
})
