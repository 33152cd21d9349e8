import { expect, test } from '@jest/globals'
import { judgePoliceClearance } from '../../../../../subgraphs/placement/rules/judgePoliceClearance.ts'
import type { PoliceClearance } from '../../../../../subgraphs/placement/types.generated.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makeRule } from '../support/makeRule.ts'

const clearance: PoliceClearance = { issuedAt: '2026-11-13', expiresAt: '2027-05-12', status: 'ISSUED' }

function judge(policeClearances: readonly PoliceClearance[] | null, on = '2026-11-24') {
  return judgePoliceClearance(makeFacts({ policeClearances, on }), makeRule({ kind: 'POLICE_CLEARANCE' }))
}

test('a clearance is met from its day of issue to its last day', () => {
  expect(judge([clearance], '2026-11-12')).toEqual({ outcome: 'MISSING' })
  expect(judge([clearance], '2026-11-13')).toEqual({ outcome: 'MET', evidenceExpiresAt: '2027-05-12' })
  expect(judge([clearance], '2027-05-13')).toEqual({ outcome: 'EXPIRED', evidenceExpiresAt: '2027-05-12' })
})

test('one that was not issued is not met, one that was revoked is void', () => {
  expect(judge([{ ...clearance, status: 'NOT_ISSUED' }])).toEqual({ outcome: 'NOT_MET' })
  expect(judge([{ ...clearance, status: 'REVOKED' }]).outcome).toBe('VOID')
})

test('one that holds is enough; when none does, the newest says why', () => {
  const old: PoliceClearance = { issuedAt: '2026-06-01', expiresAt: '2026-11-30', status: 'ISSUED' }
  expect(judge([{ ...clearance, status: 'NOT_ISSUED' }, old]).outcome).toBe('MET')
  expect(judge([old, { ...clearance, status: 'NOT_ISSUED' }], '2026-12-24').outcome).toBe('NOT_MET')
})

test('silence is not an empty list', () => {
  expect(judge(null)).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
  expect(judge([])).toEqual({ outcome: 'MISSING' })
})
