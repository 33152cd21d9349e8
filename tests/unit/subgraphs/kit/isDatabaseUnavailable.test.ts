import { describe, expect, it } from '@jest/globals'
import { ConnectionError } from '../../../../subgraphs/kit/ConnectionError.ts'
import { isDatabaseUnavailable } from '../../../../subgraphs/kit/isDatabaseUnavailable.ts'

describe('isDatabaseUnavailable', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '08006', '57P01', '57P03', '57P05', '53300'])(
    'is so for %s',
    (code) => {
      expect(isDatabaseUnavailable(Object.assign(new Error('it'), { code }))).toBe(true)
    },
  )

  it.each(['42P01', '23505', '57014', 'ERR_ASSERTION'])('is not so for %s', (code) => {
    expect(isDatabaseUnavailable(Object.assign(new Error('it'), { code }))).toBe(false)
  })

  it.each(['55000', '3D000', '28P01', '28000', undefined])('is so for %s of a connection alone', (code) => {
    const refusal = Object.assign(new Error('it'), code === undefined ? {} : { code })
    expect(isDatabaseUnavailable(refusal)).toBe(false)
    expect(isDatabaseUnavailable(new ConnectionError(refusal))).toBe(true)
  })

  it('knows what the client says without a code', () => {
    expect(isDatabaseUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true)
    expect(isDatabaseUnavailable(new Error('timeout exceeded when trying to connect'))).toBe(true)
    expect(isDatabaseUnavailable(new TypeError('x is undefined'))).toBe(false)
  })
})
