import { describe, expect, test } from '@jest/globals'
import { judgeAgencyLicence } from '../../../../../subgraphs/placement/rules/judgeAgencyLicence.ts'
import { licenceStatusOn } from '../../../../../subgraphs/placement/rules/licenceStatusOn.ts'
import type { PlacementAgencySanction } from '../../../../../subgraphs/placement/types.generated.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makePlacement } from '../support/makePlacement.ts'

const on = '2026-11-24'

function sanction(status: PlacementAgencySanction['status'], validFrom = '2026-11-17', validTo: string | null = null) {
  return { status, validFrom, validTo, decree: `KEP/${status}` }
}

function agencyWith(...sanctions: readonly PlacementAgencySanction[]) {
  return {
    licenceNumber: 'SIP3MI-9001',
    name: 'PT Cendana Karya Rekaan',
    validFrom: '2017-01-02',
    validTo: '2031-12-31',
    sanctions,
  }
}

function judge(agency: ReturnType<typeof agencyWith> | null, day = on) {
  return judgeAgencyLicence(makeFacts({ placement: makePlacement({ agency }), on: day }))
}

describe('the requirement', () => {
  test.each([
    ['WARNED', 'MET', undefined],
    ['PARTLY_SUSPENDED', 'NOT_MET', 'LICENCE_SUSPENDED'],
    ['SUSPENDED', 'NOT_MET', 'LICENCE_SUSPENDED'],
    ['REVOKED', 'VOID', 'LICENCE_REVOKED'],
  ] as const)('of an agency that is %s is %s', (status, outcome, reason) => {
    const judgement = judge(agencyWith(sanction(status)))
    expect(judgement).toMatchObject({ outcome, evidenceExpiresAt: '2031-12-31' })
    expect(judgement.reason).toBe(reason)
  })

  test('goes by the day: the licence and its sanctions begin and end', () => {
    const suspended = agencyWith(sanction('SUSPENDED', '2026-11-17', '2026-12-16'))
    expect(judge(suspended, '2026-11-16').outcome).toBe('MET')
    expect(judge(suspended, '2026-11-17').outcome).toBe('NOT_MET')
    expect(judge(suspended, '2026-12-16').outcome).toBe('NOT_MET')
    expect(judge(suspended, '2026-12-17').outcome).toBe('MET')
    expect(judge(suspended, '2017-01-01')).toEqual({ outcome: 'MISSING' })
    expect(judge(suspended, '2032-01-01')).toEqual({ outcome: 'EXPIRED', evidenceExpiresAt: '2031-12-31' })
  })

  test('is missing without an agency or a placement', () => {
    expect(judge(null)).toEqual({ outcome: 'MISSING' })
    expect(judgeAgencyLicence(makeFacts({ placement: null }))).toEqual({
      outcome: 'MISSING',
      reason: 'NO_OPEN_PLACEMENT',
    })
  })
})

describe('the status of a licence', () => {
  test('is the gravest of its sanctions in force', () => {
    expect(licenceStatusOn(agencyWith(), on)).toBe('ACTIVE')
    expect(licenceStatusOn(agencyWith(sanction('REVOKED'), sanction('SUSPENDED'), sanction('WARNED')), on)).toBe(
      'REVOKED',
    )
    expect(licenceStatusOn(agencyWith(sanction('WARNED'), sanction('PARTLY_SUSPENDED')), on)).toBe('PARTLY_SUSPENDED')
  })

  test('is EXPIRED after the last day, unless it was revoked', () => {
    expect(licenceStatusOn(agencyWith(sanction('SUSPENDED')), '2032-01-01')).toBe('EXPIRED')
    expect(licenceStatusOn(agencyWith(sanction('REVOKED')), '2032-01-01')).toBe('REVOKED')
  })
})
