import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { createFieldRules } from '../../../../gateway/access/createFieldRules.ts'
import { rightsFor } from '../../../../gateway/access/rightsFor.ts'

const { classOf, decide } = createFieldRules(
  buildSchema(`
    directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
    directive @classified(as: String!) on FIELD_DEFINITION
    type Query { paper: Paper }
    interface Paper {
      number: String @access(scope: "reference") @classified(as: "PUBLIC")
      issuer: String @access(scope: "reference") @classified(as: "GENERAL")
      holder: String @access(scope: "reference") @classified(as: "GENERAL")
      pages: Int
    }
    type Licence implements Paper {
      number: String @access(scope: "reference") @classified(as: "PUBLIC")
      issuer: String @access(scope: "reference") @classified(as: "PUBLIC")
      holder: String @access(scope: "reference", mask: "LAST4") @classified(as: "GENERAL")
      pages: Int @access(scope: "reference") @classified(as: "PUBLIC")
    }
    type Certificate implements Paper {
      number: String @access(scope: "reference", mask: "LAST4") @classified(as: "SPECIFIC")
      issuer: String @access(scope: "health") @classified(as: "PUBLIC")
      holder: String @access(scope: "health") @access(scope: "reference", mask: "INITIALS") @classified(as: "GENERAL")
      pages: Int @access(scope: "reference") @classified(as: "PUBLIC")
    }
  `),
)

describe('the rules of the fields of a supergraph', () => {
  it.each([
    ['Licence', 'number', 'PUBLIC'],
    ['Certificate', 'number', 'SPECIFIC'],
    ['Paper', 'number', 'SPECIFIC'],
    ['Paper', 'issuer', 'GENERAL'],
    ['Paper', 'pages', 'SPECIFIC'],
    ['Paper', 'unknown', 'SPECIFIC'],
  ])('call %s.%s %s: of an interface, what has to be guarded most of what may be shown', (type, field, expected) => {
    expect(classOf(type, field)).toBe(expected)
  })

  it.each([
    ['Licence', 'number', 'whole'],
    ['Paper', 'number', 'masked'],
    ['Paper', 'issuer', 'not'],
    ['Paper', 'pages', 'not'],
  ])('show %s.%s %s: of an interface, as the strictest that may be behind it', (type, field, expected) => {
    expect(decide(type, field, rightsFor(['reference'], 'supervision')).shown).toBe(expected)
  })

  it('show what is masked in several ways under an interface only to those for whom one way is left', () => {
    const shownTo = (scopes: readonly string[], type: string) =>
      decide(type, 'holder', rightsFor(scopes, 'supervision'))
    expect(shownTo(['reference'], 'Certificate')).toEqual({ shown: 'masked', mask: 'INITIALS' })
    expect(shownTo(['reference'], 'Paper')).toEqual({ shown: 'not' })
    expect(shownTo(['reference', 'health'], 'Paper')).toEqual({ shown: 'masked', mask: 'LAST4' })
  })
})
