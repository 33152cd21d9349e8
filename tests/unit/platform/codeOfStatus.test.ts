import { describe, expect, it } from '@jest/globals'
import { codeOfStatus } from '../../../platform/codeOfStatus.ts'

describe('the code for a status that a library gave', () => {
  it.each([200, 204, 302, 418, 500, 503, undefined, '404'])('%s is INTERNAL: no client is at fault', (status) => {
    expect(codeOfStatus(status)).toBe('INTERNAL')
  })

  it.each([
    [400, 'BAD_REQUEST'],
    [406, 'NOT_ACCEPTABLE'],
  ])('%d is %s', (status, code) => {
    expect(codeOfStatus(status)).toBe(code)
  })
})
