import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isSimpleJson } from '../../../../../gateway/execute/text/isSimpleJson.ts'

describe('simple JSON', () => {
  test('has neither a backslash nor a control character, wherever it lies in memory', () => {
    const bytes = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(0x20, 0x21, 0x5b, 0x5d, 0x7f, 0x80, 0xff) }, fc.nat(255)),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(bytes, fc.nat(7), (all, offset) => {
        const body = Buffer.alloc(offset + all.length).subarray(offset)
        body.set(all)
        expect(isSimpleJson(body)).toBe(all.every((byte) => byte >= 0x20 && byte !== 0x5c))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([0x00, 0x0a, 0x1f, 0x5c])('has no byte %d at any place', (byte) => {
    for (let at = 0; at < 9; at += 1) {
      const body = Buffer.alloc(9, 'é')
      expect(isSimpleJson(body)).toBe(true)
      body[at] = byte
      expect(isSimpleJson(body)).toBe(false)
    }
  })
})
