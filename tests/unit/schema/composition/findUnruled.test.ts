import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { findUnruled } from '../../../../schema/composition/findUnruled.ts'

const directives = `
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  directive @classified(as: String!) on FIELD_DEFINITION
  scalar Date
`
const anybody = '@access(scope: "reference") @classified(as: "PUBLIC")'

const problemsOf = (field: string) => findUnruled(buildSchema(`${directives} type Query { ${field} }`))

describe('the rules of a field', () => {
  it.each([
    'a: Int @access(scope: "reference") @classified(as: "PUBLIC")',
    'a: String @access(scope: "identity", purposes: ["supervision"]) @access(scope: "validity", mask: "INITIALS") @classified(as: "GENERAL")',
    'a: Int @access(scope: "reference", purposes: ["self-access"]) @access(scope: "reference") @classified(as: "PUBLIC")',
    'a: String @access(scope: "reference", purposes: ["supervision"], mask: "LAST4") @access(scope: "reference") @classified(as: "PUBLIC")',
    'a: Date! @access(scope: "identity") @access(scope: "reference", mask: "YEAR_ONLY") @classified(as: "SPECIFIC")',
  ])('may be %s', (field) => {
    expect(problemsOf(field)).toEqual([])
  })

  it.each([
    ['a: Int @classified(as: "PUBLIC")', 'Query.a has no @access: '],
    ['a: Int @access(scope: "reference")', 'Query.a needs @classified(as:) with one of PUBLIC, GENERAL, SPECIFIC.'],
    ['a: Int @access(scope: "reference") @classified(as: "SECRET")', 'Query.a needs @classified(as:) with one of'],
    [
      'a: Int @access(scope: "refrence") @classified(as: "PUBLIC")',
      'Query.a has a scope that there is none of: refrence.',
    ],
    [
      'a: Int @access(scope: "toString") @classified(as: "PUBLIC")',
      'Query.a has a scope that there is none of: toString.',
    ],
    [
      'a: Int @access(scope: "reference", purposes: ["curiosity"]) @classified(as: "PUBLIC")',
      'Query.a has a purpose that there is none of: curiosity.',
    ],
    [
      'a: String @access(scope: "reference", mask: "LAST5") @classified(as: "PUBLIC")',
      'Query.a has an @access that cannot',
    ],
    [
      'a: Int @access(scope: "reference", mask: "LAST4") @classified(as: "PUBLIC")',
      'Query.a cannot be masked by LAST4',
    ],
    ['a: [String] @access(scope: "reference", mask: "LAST4") @classified(as: "PUBLIC")', 'Query.a cannot be masked by'],
    [
      'a: Int @access(scope: "reference", purposes: []) @classified(as: "PUBLIC")',
      'Query.a has an @access for no purpose: ',
    ],
    [
      'a: Int @access(scope: "reference") @access(scope: "reference", purposes: ["supervision"]) @classified(as: "PUBLIC")',
      'Query.a has an @access for reference of which one before it leaves nothing: ',
    ],
    [
      'a: Int @access(scope: "reference", purposes: ["self-access", "supervision"]) @access(scope: "reference", purposes: ["supervision"]) @classified(as: "PUBLIC")',
      'Query.a has an @access for reference of which one before it leaves nothing: ',
    ],
    [
      'a: String @access(scope: "validity", mask: "LAST4") @access(scope: "documents") @classified(as: "GENERAL")',
      'Query.a has an @access without a mask behind one with a mask: ',
    ],
    ['a: String @access(scope: "reference", mask: "YEAR_ONLY") @classified(as: "PUBLIC")', 'is for Date and DateTime.'],
  ])('may not be %s', (field, problem) => {
    expect(problemsOf(field)).toEqual([expect.stringContaining(problem)])
  })

  it.each(['type', 'interface'])('may not take away what holds it, in a %s', (keyword) => {
    const sdl = (type: string) =>
      buildSchema(`${directives} type Query { a: A ${anybody} }
        ${keyword} A { b: ${type} @access(scope: "health", purposes: ["service-delivery"]) @classified(as: "SPECIFIC") }`)
    expect(findUnruled(sdl('Int'))).toEqual([])
    expect(findUnruled(sdl('Int!'))).toContain(
      'A.b must be nullable or masked, in one way: FRONTEND may see Query.a for service-delivery, and not this.',
    )
    expect(findUnruled(sdl('Int!')).join('\n')).not.toContain('LTSA_OFFICER may see Query.a for service-delivery')
  })

  it.each([
    ['LAST4', false],
    ['INITIALS', true],
  ])(
    'may not take away what holds it where types behind an interface mask it in two ways, %s and INITIALS',
    (mask, isFine) => {
      const name = (rule: string) =>
        `name: String! @access(scope: "reference", mask: "${rule}") @classified(as: "GENERAL")`
      const problems = findUnruled(
        buildSchema(`${directives} type Query { a: A ${anybody} }
        interface A { ${name('INITIALS')} } type B implements A { ${name('INITIALS')} } type C implements A { ${name(mask)} }`),
      )
      const problem =
        'A.name must be nullable or masked, in one way: FRONTEND may see Query.a for service-delivery, and not this.'
      expect(problems.includes(problem)).toBe(!isFine)
      expect(problems.every((one) => one.startsWith('A.name'))).toBe(true)
    },
  )
})

describe('the rules of a root field', () => {
  it('may not take the whole answer away', () => {
    const rule = '@access(scope: "health", purposes: ["service-delivery"]) @classified(as: "SPECIFIC")'
    expect(problemsOf(`a: Int ${rule}`)).toEqual([])
    expect(problemsOf(`a: Int! ${rule}`)).toContain(
      'Query.a must be nullable or masked: FRONTEND may not see it for service-delivery, nor the answer then.',
    )
    expect(problemsOf(`a: Int! ${rule}`).join('\n')).not.toContain('LTSA_OFFICER may not see it for service-delivery')
  })
})
