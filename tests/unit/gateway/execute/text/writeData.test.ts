import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { writeData } from '../../../../../gateway/execute/text/writeData.ts'

/** The same with some values as texts. */
function withTexts(value: unknown, throws: Iterator<boolean>): unknown {
  if (throws.next().value === true) return new JsonText(JSON.stringify(value))
  if (Array.isArray(value)) return value.map((item) => withTexts(item, throws))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inside]) => [key, withTexts(inside, throws)] as const)
  return Object.fromEntries(entries)
}

describe('data', () => {
  test('is written as JSON has it, whatever stands in it as a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.infiniteStream(fc.boolean()), (value, throws) => {
        const given = withTexts(value, throws)
        expect(writeData(given)).toBe(JSON.stringify(value))
        expect(JSON.stringify(given)).toBe(JSON.stringify(value))
      }),
    )
  })

  test('has whatever keys it has', () => {
    const data = JSON.parse('{"__proto__":{"a\\"b":1},"constructor":null}') as unknown
    expect(writeData(data)).toBe('{"__proto__":{"a\\"b":1},"constructor":null}')
  })
})
