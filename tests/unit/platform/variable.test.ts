import { describe, expect, it } from '@jest/globals'
import { variable } from '../../../platform/variable.ts'

const text = { description: 'What it is for.' }

describe('a variable', () => {
  it.each([
    [
      'a whole number',
      variable.wholeNumber({ min: 0, max: 10 }, text),
      ['0', '10'],
      ['-1', '11', '1.5', '1e1', ' 1', '', '0x1'],
    ],
    ['a choice', variable.choice(['red', 'blue'], text), ['red', 'blue'], ['green', 'RED']],
    ['a text', variable.text(/^[a-z]+$/, 'lower case', text), ['abc'], ['ABC', '']],
    ['an HTTP URL', variable.httpUrl(text), ['http://a', 'https://a.example/b'], ['ftp://a', 'a.example', '/b']],
    [
      'a PostgreSQL URL',
      variable.postgresUrl(text),
      ['postgres://a/b', 'postgresql://user@a:5432/b'],
      ['mysql://a/b', 'http://a'],
    ],
    ['a secret', variable.secret(text), ['s'.repeat(32)], ['s'.repeat(31)]],
  ])('that is %s takes only that', (_kind, schema, right, wrong) => {
    expect(right.filter((value) => !schema.safeParse(value).success)).toEqual([])
    expect(wrong.filter((value) => schema.safeParse(value).success)).toEqual([])
  })
})
