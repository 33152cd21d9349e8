import { describe, expect, test } from '@jest/globals'
import { judgeIdentity } from '../../../../../subgraphs/placement/rules/judgeIdentity.ts'
import { makeFacts } from '../support/makeFacts.ts'

describe('identity', () => {
  test.each([
    ['ACTIVE', 'MET', undefined],
    ['MOVED', 'MET', undefined],
    ['UNKNOWN', 'NOT_MET', 'NIK_UNKNOWN'],
    ['DECEASED', 'NOT_MET', 'REGISTERED_AS_DECEASED'],
    ['DUPLICATE', 'NOT_MET', 'REGISTERED_AS_DUPLICATE'],
    ['INACTIVE', 'NOT_MET', 'RECORD_INACTIVE'],
    [null, 'SOURCE_UNAVAILABLE', undefined],
  ] as const)('with the status %s is %s', (residentStatus, outcome, reason) => {
    const judgement = judgeIdentity(makeFacts({ residentStatus }))
    expect(judgement.outcome).toBe(outcome)
    expect(judgement.reason).toBe(reason)
  })
})
