import { describe, expect, it } from '@jest/globals'
import { AgencyFailure } from '../../../../../gateway/agency/AgencyFailure.ts'
import { logFailure } from '../../../../../gateway/execute/ask/logFailure.ts'
import { recordLines } from '../../../../support/recordLines.ts'
import type { RecordedLine } from '../../../../support/recordLines.ts'

const about = { agency: 'passport', correlationId: 'one-request' }

function log(error: unknown): RecordedLine | undefined {
  const { logger, lines } = recordLines()
  logFailure(error, { logger, about })
  return lines[0]
}

describe('the line of a failed call', () => {
  it('says what kind of failure it was, and by which code the connection failed', () => {
    const fields = { ...about, kind: 'CONNECTION', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }
    const failure = new AgencyFailure('passport', 'CONNECTION', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    expect(log(failure)).toEqual({ level: 'warn', message: 'an agency gave no usable answer', fields })
  })

  it('has the HTTP status where there was one', () => {
    expect(log(new AgencyFailure('passport', 'STATUS', { status: 401 }))?.fields).toMatchObject({ status: 401 })
  })

  it.each(['CANCELLED', 'NO_TIME', 'BREAKER_OPEN'] as const)('is for developers alone where it is %s', (kind) => {
    expect(log(new AgencyFailure('passport', kind))?.level).toBe('debug')
  })

  it('is another one for a defect of the gateway', () => {
    const error = new TypeError('a defect')
    const message = 'a call to an agency failed inside the gateway'
    expect(log(error)).toEqual({ level: 'error', message, fields: { ...about, error } })
  })
})
