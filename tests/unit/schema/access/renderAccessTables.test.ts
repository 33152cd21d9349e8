import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { renderAccessTables } from '../../../../schema/access/renderAccessTables.ts'

const schema = buildSchema(`
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  directive @classified(as: String!) on FIELD_DEFINITION
  type Query {
    clinics: Int @access(scope: "reference") @classified(as: "PUBLIC")
    offices: Int @access(scope: "reference") @classified(as: "PUBLIC")
    name: String
      @access(scope: "identity", purposes: ["service-delivery", "supervision"])
      @access(scope: "validity", mask: "INITIALS")
      @classified(as: "GENERAL")
    ruled: Int @access(scope: "health") @classified(as: "SPECIFIC")
    forgotten: Int
  }
`)

describe('the tables of who sees what', () => {
  const rows = renderAccessTables(schema)
    .split('\n')
    .filter((line) => line.startsWith('| `Query`'))

  it('put fields that are shown alike in one row', () => {
    expect(rows).toContain('| `Query`: clinics, offices | PUBLIC | yes | yes | yes | yes | yes |')
  })

  it('say for which purpose it makes a difference', () => {
    expect(rows).toContain(
      '| `Query`: name | GENERAL | INITIALS | yes for service-delivery; INITIALS for protection-case | ' +
        'yes for service-delivery; INITIALS for protection-case | ' +
        'INITIALS for protection-case, reporting; yes for supervision | INITIALS |',
    )
  })

  it('show nobody what has no rule', () => {
    expect(rows).toContain('| `Query`: forgotten | SPECIFIC | – | – | – | – | – |')
    expect(rows).toContain('| `Query`: ruled | SPECIFIC | – | yes | – | yes | yes |')
  })
})
