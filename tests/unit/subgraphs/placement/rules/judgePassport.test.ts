import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Facts } from '../../../../../subgraphs/placement/rules/Facts.ts'
import { judgePassport } from '../../../../../subgraphs/placement/rules/judgePassport.ts'
import type { Passport } from '../../../../../subgraphs/placement/types.generated.ts'
import { days } from '../support/days.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makePlacement } from '../support/makePlacement.ts'
import { makeRule } from '../support/makeRule.ts'

const rule = makeRule({ kind: 'PASSPORT', marginMonths: 6 })

function passport(changes: Partial<Passport> = {}): Passport {
  return {
    kind: 'ORDINARY',
    issuedAt: '2026-11-12',
    expiresAt: '2031-11-11',
    status: 'IN_FORCE',
    holderName: 'MARIA KAKA BILI',
    holderBirthDate: '1999-05-12',
    ...changes,
  }
}

function judge(passports: readonly Passport[] | null, changes: Partial<Facts> = {}) {
  return judgePassport(makeFacts({ passports, ...changes }), rule)
}

describe('one passport', () => {
  test('is no travel document for one journey home', () => {
    expect(judge([passport({ kind: 'TRAVEL_DOCUMENT' })]).outcome).toBe('MISSING')
    expect(judge([passport({ kind: 'ELECTRONIC' })]).outcome).toBe('MET')
  })

  test('is met while it has the months left that the rule asks for', () => {
    expect(judge([passport()], { on: '2026-11-11' }).outcome).toBe('MISSING')
    expect(judge([passport()], { on: '2026-11-12' })).toEqual({ outcome: 'MET', evidenceExpiresAt: '2031-11-11' })
    expect(judge([passport()], { on: '2031-05-11' }).outcome).toBe('MET')
    expect(judge([passport()], { on: '2031-05-12' })).toEqual({
      outcome: 'EXPIRES_TOO_SOON',
      reason: 'VALIDITY_MARGIN_TOO_SHORT',
      evidenceExpiresAt: '2031-11-11',
    })
    expect(judge([passport()], { on: '2031-11-11' }).outcome).toBe('EXPIRES_TOO_SOON')
    expect(judge([passport()], { on: '2031-11-12' }).outcome).toBe('EXPIRED')
  })

  test.each(['LOST', 'DAMAGED', 'REVOKED'] as const)('that is %s is void', (status) => {
    expect(judge([passport({ status })]).outcome).toBe('VOID')
  })

  test('in a name that varies is met, with a reason to look', () => {
    expect(judge([passport({ holderName: 'MARIA K. BILI' })])).toMatchObject({
      outcome: 'MET',
      reason: 'HOLDER_NAME_VARIES',
    })
  })

  test('of somebody else is not met', () => {
    expect(judge([passport({ holderName: 'YULIANA SERAN' })])).toMatchObject({
      outcome: 'NOT_MET',
      reason: 'HOLDER_NAME_DIFFERS',
    })
    expect(judge([passport({ holderBirthDate: '1999-12-05' })])).toMatchObject({
      outcome: 'NOT_MET',
      reason: 'HOLDER_BIRTH_DATE_DIFFERS',
    })
  })
})

describe('several passports', () => {
  test('one that holds is enough, and one without a reason to look is taken first', () => {
    const old = passport({ issuedAt: '2022-03-01', expiresAt: '2027-12-01' })
    expect(judge([passport({ status: 'LOST' }), old]).evidenceExpiresAt).toBe('2027-12-01')
    expect(judge([passport({ holderName: 'MARIA K. BILI' }), old])).toEqual({
      outcome: 'MET',
      evidenceExpiresAt: '2027-12-01',
    })
  })

  test('when none holds, the newest says why, in whatever order they come', () => {
    const expired = passport({ issuedAt: '2015-03-01', expiresAt: '2020-03-01' })
    expect(judge([expired, passport({ status: 'LOST' })]).outcome).toBe('VOID')
    expect(judge([passport({ status: 'LOST' }), expired]).outcome).toBe('VOID')
  })
})

describe('without the registry', () => {
  const silent = { fullName: null, birthDate: null, residentStatus: null }

  test('nobody can tell whose a good passport is, and the registry is the one to ask', () => {
    const unavailable = {
      outcome: 'SOURCE_UNAVAILABLE',
      ownedBy: 'CIVIL_REGISTRY',
      nextDesk: 'CIVIL_REGISTRY',
      evidenceExpiresAt: '2031-11-11',
    }
    expect(judge([passport()], silent)).toEqual(unavailable)
    expect(judge([passport()], { fullName: null })).toEqual(unavailable)
    expect(judge([passport()], { birthDate: null })).toEqual(unavailable)
    expect(judge([passport(), passport({ status: 'LOST', issuedAt: '2026-11-20' })], silent)).toEqual(unavailable)
  })

  test('what is wrong whoever holds it is still wrong', () => {
    expect(judge([], silent).outcome).toBe('MISSING')
    expect(judge([passport({ status: 'LOST' })], silent).outcome).toBe('VOID')
    expect(judge([passport()], { ...silent, on: '2032-01-01' }).outcome).toBe('EXPIRED')
    expect(judge([passport()], { ...silent, on: '2031-06-01' }).outcome).toBe('EXPIRES_TOO_SOON')
    expect(judge([passport()], { ...silent, birthDate: '1980-01-01' }).outcome).toBe('NOT_MET')
  })

  test('a NIK that the registry does not know belongs to no passport', () => {
    expect(judge([passport()], { ...silent, residentStatus: 'UNKNOWN' })).toMatchObject({
      outcome: 'NOT_MET',
      reason: 'NIK_UNKNOWN',
      nextDesk: 'CIVIL_REGISTRY',
    })
  })
})

describe('no passport', () => {
  test('leads to immigration with a recommendation of the manpower office, and to that office without one', () => {
    expect(judge([])).toEqual({ outcome: 'MISSING' })
    expect(judge([], { on: '2026-11-08' })).toEqual({ outcome: 'MISSING', nextDesk: 'MANPOWER' })
    expect(judge([], { placement: makePlacement({ recommendation: null }) }).nextDesk).toBe('MANPOWER')
    expect(judge([], { placement: null }).nextDesk).toBe('MANPOWER')
  })

  test('is not silence', () => {
    expect(judge(null)).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
  })
})

test('what has expired never counts again on a later day', () => {
  fc.assert(
    fc.property(days, days, days, (one, other, expiresAt) => {
      const [earlier, later] = one < other ? [one, other] : [other, one]
      const passports = [passport({ issuedAt: '2023-01-01', expiresAt })]
      fc.pre(judge(passports, { on: earlier }).outcome === 'EXPIRED')
      expect(judge(passports, { on: later }).outcome).toBe('EXPIRED')
    }),
  )
})
