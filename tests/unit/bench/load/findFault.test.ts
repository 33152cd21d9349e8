import { describe, expect, it } from '@jest/globals'
import { findFault } from '../../../../bench/load/findFault.ts'

const data = '{"applicant":{"nik":"1","papers":[{"number":"a"}]}}'

describe('an answer is right', () => {
  it.each([
    ['as expected', `{"data":${data}}`],
    ['with extensions', `{"data":${data},"extensions":{"provenance":[]}}`],
    ['with white space', JSON.stringify({ data: JSON.parse(data) as unknown }, null, 2)],
    ['with fields in another order', '{"data":{"applicant":{"papers":[{"number":"a"}],"nik":"1"}}}'],
  ])('%s', (_how, body) => {
    expect(findFault({ status: 200, body }, data)).toBeUndefined()
  })
})

describe('an answer is wrong', () => {
  it.each([
    ['with another value', `{"data":${data.replace('"a"', '"b"')}}`, /^other data.*"b".*instead of.*"a"/],
    ['with a part missing', '{"data":{"applicant":{"nik":"1","papers":null}}}', /^other data/],
    ['with more than was asked for', `{"data":${data.replace('"nik"', '"more":1,"nik"')}}`, /^other data/],
    ['with errors beside all of the data', `{"data":${data},"errors":[{"message":"x"}]}`, /^errors: .*"x"/],
    ['with errors alone', '{"errors":[{"message":"x"}]}', /^errors: .*"x"/],
    ['with no data', '{}', /^other data/],
    ['that is cut off', `{"data":${data}`.slice(0, -4), /^no GraphQL answer/],
    ['that is no object', '"data"', /^no GraphQL answer/],
  ])('%s', (_how, body, fault) => {
    expect(findFault({ status: 200, body }, data)).toMatch(fault)
  })

  it('with another status, whatever it holds', () => {
    expect(findFault({ status: 503, body: 'x'.repeat(400) }, data)).toBe(`status 503: ${'x'.repeat(300)}…`)
    expect(findFault({ status: 500, body: `{"data":${data}}` }, data)).toMatch(/^status 500/)
  })
})
