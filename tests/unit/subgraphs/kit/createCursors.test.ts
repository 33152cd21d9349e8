import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCursors } from '../../../../subgraphs/kit/createCursors.ts'

const cursors = createCursors('the call key of an agency')
const position = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
const scope = fc.string({ unit: 'grapheme', maxLength: 40 })
const refusal = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'CURSOR_INVALID', argument: 'after' }),
})

describe('a cursor', () => {
  test('leads back to the position it was made for', () => {
    fc.assert(
      fc.property(position, scope, (place, list) => {
        const cursor = cursors.write(place, list)
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(cursors.read(cursor, list)).toBe(place)
      }),
    )
  })

  test('is the same each time, on every server with the same key', () => {
    const other = createCursors('the call key of an agency')
    expect(other.write('a', 'applicants')).toBe(cursors.write('a', 'applicants'))
  })

  test('does not show its position, nor whether two are near each other', () => {
    const bytesOf = (place: string): Buffer => Buffer.from(cursors.write(place, 'list'), 'base64url')
    for (let number = 100_000; number < 100_050; number += 1) {
      const place = String(number)
      expect(bytesOf(place).includes(place)).toBe(false)
      // A stream that were the same twice would show where two positions differ.
      expect(bytesOf(place).subarray(16, 20)).not.toEqual(bytesOf(String(number + 1)).subarray(16, 20))
    }
  })

  test('is refused by a list with another filter', () => {
    fc.assert(
      fc.property(position, scope, scope, (place, list, other) => {
        fc.pre(list !== other)
        expect(() => cursors.read(cursors.write(place, list), other)).toThrow(refusal)
      }),
    )
  })

  test('is refused when scope and position only look alike side by side', () => {
    expect(() => cursors.read(cursors.write('b', 'a'), 'ab')).toThrow(refusal)
    expect(() => cursors.read(cursors.write('ab', ''), 'a')).toThrow(refusal)
  })

  test('is refused by an agency with another key', () => {
    const other = createCursors('the call key of another agency')
    fc.assert(
      fc.property(position, scope, (place, list) => {
        expect(() => other.read(cursors.write(place, list), list)).toThrow(refusal)
      }),
    )
  })

  test('is refused when it has been cut', () => {
    fc.assert(
      fc.property(position, fc.nat(200), (place, length) => {
        const cursor = cursors.write(place, 'list')
        fc.pre(length < cursor.length)
        expect(() => cursors.read(cursor.slice(0, length), 'list')).toThrow(refusal)
        expect(() => cursors.read(cursor.slice(cursor.length - length), 'list')).toThrow(refusal)
      }),
    )
  })

  test('is refused when any character is another one', () => {
    fc.assert(
      fc.property(
        position,
        fc.nat(200),
        fc.constantFrom('a', 'Z', '0', '9', '-', '_', '.', '=', '+', '/', ' '),
        (place, at, character) => {
          const cursor = cursors.write(place, 'list')
          fc.pre(at < cursor.length && cursor[at] !== character)
          expect(() => cursors.read(`${cursor.slice(0, at)}${character}${cursor.slice(at + 1)}`, 'list')).toThrow(
            refusal,
          )
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('cannot be made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]{20,80}$/)), (text) => {
        expect(() => cursors.read(text, 'list')).toThrow(refusal)
      }),
    )
  })
})
