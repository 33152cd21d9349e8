import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GraphQLError, parseValue as parseLiteral } from 'graphql'
import { isErrorCode } from '../../../../platform/isErrorCode.ts'
import { createTextScalar } from '../../../../schema/scalars/createTextScalar.ts'

const Even = createTextScalar({ name: 'Even', accepts: (text) => text.length % 2 === 0 })

function thrownBy(act: () => unknown): unknown {
  try {
    act()
    return undefined
  } catch (error) {
    return error
  }
}

describe('a text scalar', () => {
  test('reads variables, literals and records alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(text.length % 2 === 0)
        expect(Even.parseValue(text)).toBe(text)
        expect(Even.serialize(text)).toBe(text)
        expect(Even.parseLiteral(parseLiteral(JSON.stringify(text)), {})).toBe(text)
      }),
    )
  })

  test('refuses with an error of the table that does not show the value', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^<[a-z]{9}$/).map((text) => `${text}>`),
        (text) => {
          const long = `${text}${text}!`
          for (const act of [
            () => Even.parseValue(long),
            () => Even.parseLiteral(parseLiteral(JSON.stringify(long)), {}),
          ]) {
            const error = thrownBy(act)
            expect(error).toBeInstanceOf(GraphQLError)
            expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
            expect(JSON.stringify(error)).not.toContain(text)
          }
        },
      ),
    )
  })

  test.each(['12', 'true', 'null', '[]', '{}', 'ENUM'])('refuses the literal %s', (literal) => {
    expect(thrownBy(() => Even.parseLiteral(parseLiteral(literal), {}))).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    })
  })

  test('can refuse with a code of its own', () => {
    const Odd = createTextScalar({ name: 'Odd', accepts: () => false, code: 'NIK_MALFORMED' })
    expect(thrownBy(() => Odd.parseValue('a'))).toMatchObject({ extensions: { code: 'NIK_MALFORMED' } })
  })

  test('holds a record with such a value for a defect of ours, not of the asker', () => {
    for (const value of ['abc', 12, null, new Date(0), {}]) {
      const error = thrownBy(() => Even.serialize(value))
      expect(error).toMatchObject({ message: 'A record holds a value that is no Even.' })
      expect(isErrorCode((error as GraphQLError).extensions?.['code'])).toBe(false)
    }
  })
})
