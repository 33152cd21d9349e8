import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAnswer } from '../../../../gateway/agency/readAnswer.ts'

describe('readAnswer', () => {
  test('reads data', () => {
    expect(readAnswer('{"data":{"a":1}}')).toEqual({ data: { a: 1 }, errors: [] })
  })

  test('reads errors beside data, with what is well-formed of them, and without their messages', () => {
    const errors = [
      { message: 'one', path: ['a', 0], extensions: { code: 'X' }, locations: [] },
      { message: 'two', path: ['a', 0.5], extensions: [] },
      { message: 'three', path: 'a', extensions: null },
    ]
    expect(readAnswer(JSON.stringify({ data: null, errors, extensions: {} }))).toEqual({
      data: null,
      errors: [{ path: ['a', 0], extensions: { code: 'X' } }, {}, {}],
    })
  })

  test('reads a request error, which has no data at all', () => {
    expect(readAnswer('{"errors":[{"message":"no"}]}')).toEqual({ data: null, errors: [{}] })
  })

  test.each(['[]', 'null'])('takes %s for no errors', (errors) => {
    expect(readAnswer(`{"data":{"a":1},"errors":${errors}}`)).toEqual({ data: { a: 1 }, errors: [] })
    expect(readAnswer(`{"data":null,"errors":${errors}}`)).toBeNull()
  })

  test.each([
    ['nothing', ''],
    ['half a JSON', '{"data":{"a":'],
    ['HTML', '<html></html>'],
    ['a list', '[{"data":{}}]'],
    ['null', 'null'],
    ['a text', '"data"'],
    ['neither data nor errors', '{}'],
    ['null data without a reason', '{"data":null}'],
    ['data that is a list', '{"data":[]}'],
    ['data that is a text', '{"data":"a"}'],
    ['errors that are no list', '{"data":{},"errors":{}}'],
    ['an error that is a text', '{"data":{},"errors":["a"]}'],
    ['an error without a message', '{"data":{},"errors":[{"path":["a"]}]}'],
    ['an error with a message that is no text', '{"data":{},"errors":[{"message":1,"path":["a"]}]}'],
  ])('takes %s for no answer', (_what, text) => {
    expect(readAnswer(text)).toBeNull()
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const answer = readAnswer(text)
        return answer === null || Array.isArray(answer.errors)
      }),
    )
  })
})
