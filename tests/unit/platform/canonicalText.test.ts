import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalText } from '../../../platform/canonicalText.ts'

describe('the canonical text of a value', () => {
  it('tells the same JSON, whatever the order of fields', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalText(turn(value))).toBe(canonicalText(value))
      }),
    )
  })

  it('is another for each other value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const isSame = JSON.stringify(sort(one)) === JSON.stringify(sort(other))
        expect(canonicalText(one) === canonicalText(other)).toBe(isSame)
      }),
    )
  })

  it('leaves out what has no value', () => {
    expect(canonicalText({ b: undefined, a: [undefined, null] })).toBe('{"a":[null,null]}')
    expect(canonicalText(undefined)).toBe('null')
  })
})

/** The same value with the fields of its objects the other way round. */
function turn(value: unknown): unknown {
  return arrange(value, (fields) => fields.toReversed())
}

function sort(value: unknown): unknown {
  return arrange(value, (fields) => fields.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

type Field = [string, unknown]

function arrange(value: unknown, order: (fields: readonly Field[]) => readonly Field[]): unknown {
  if (Array.isArray(value)) return value.map((item) => arrange(item, order))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(order(Object.entries(value)).map(([name, field]) => [name, arrange(field, order)]))
}
