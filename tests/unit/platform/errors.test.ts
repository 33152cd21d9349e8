import { describe, expect, test } from '@jest/globals'
import { errors } from '../../../platform/errors.ts'

const entries = Object.entries(errors)

describe('the table of errors', () => {
  test.each(entries)('%s says what to do in English and in Indonesian', (_code, { en, id }) => {
    for (const text of [en, id]) {
      expect(text).toMatch(/^[A-Z].{15,180}\.$/)
      expect(text).not.toMatch(/\$\{|\{\w*\}|%[sdo]|<\w+>|TODO|TBD|\bxxx\b/i)
    }
    expect(id).not.toBe(en)
  })

  test.each(entries)('%s has an HTTP status that fits it', (_code, { http, retryable }) => {
    expect([200, 400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 417, 429, 431, 500, 503, 504]).toContain(http)
    const isOfTheAsker = http >= 400 && http < 500
    // What the asker did wrong stays wrong, but for having been slow, or too many.
    expect(isOfTheAsker && ![408, 429].includes(http) && retryable).toBe(false)
  })

  test('no two codes say the same', () => {
    expect(new Set(entries.map(([, { en }]) => en)).size).toBe(entries.length)
    expect(new Set(entries.map(([, { id }]) => id)).size).toBe(entries.length)
  })

  test('codes are written like constants', () => {
    for (const [code] of entries) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  })
})
