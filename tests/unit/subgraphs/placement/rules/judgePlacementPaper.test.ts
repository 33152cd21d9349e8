import { describe, expect, test } from '@jest/globals'
import type { Facts, OpenPlacement } from '../../../../../subgraphs/placement/rules/Facts.ts'
import type { Judge } from '../../../../../subgraphs/placement/rules/Judgement.ts'
import { judgeCompetence } from '../../../../../subgraphs/placement/rules/judgeCompetence.ts'
import { judgeEmploymentContract } from '../../../../../subgraphs/placement/rules/judgeEmploymentContract.ts'
import { judgeFamilyPermission } from '../../../../../subgraphs/placement/rules/judgeFamilyPermission.ts'
import { judgeOrientation } from '../../../../../subgraphs/placement/rules/judgeOrientation.ts'
import { judgePlacementAgreement } from '../../../../../subgraphs/placement/rules/judgePlacementAgreement.ts'
import { judgeVisa } from '../../../../../subgraphs/placement/rules/judgeVisa.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makePlacement } from '../support/makePlacement.ts'
import { makeRule } from '../support/makeRule.ts'

const rule = makeRule()

interface PaperCase {
  readonly paper: keyof OpenPlacement
  readonly judge: Judge
  /** The paper's first day, and its last where it has one. */
  readonly first: string
  readonly last: string | null
}

const papers: readonly PaperCase[] = [
  { paper: 'familyPermission', judge: judgeFamilyPermission, first: '2026-10-15', last: null },
  { paper: 'agreement', judge: judgePlacementAgreement, first: '2026-11-06', last: null },
  { paper: 'orientation', judge: judgeOrientation, first: '2026-11-20', last: null },
  { paper: 'competence', judge: judgeCompetence, first: '2026-11-06', last: '2029-11-05' },
  { paper: 'visa', judge: judgeVisa, first: '2026-11-18', last: '2027-11-17' },
  { paper: 'contract', judge: judgeEmploymentContract, first: '2026-11-20', last: '2028-12-23' },
]

describe.each(papers)('the $paper of a placement', ({ paper, judge, first }) => {
  const judged = (changes: Partial<Facts>) => judge(makeFacts(changes), rule)

  test('is missing without it, and names the reason without a placement', () => {
    expect(judged({ placement: makePlacement({ [paper]: null }) })).toEqual({ outcome: 'MISSING' })
    expect(judged({ placement: null })).toEqual({ outcome: 'MISSING', reason: 'NO_OPEN_PLACEMENT' })
  })

  test('is missing on the day before it came into the world, and met on that day', () => {
    const eve = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10)
    expect(judged({ on: eve })).toEqual({ outcome: 'MISSING' })
    expect(judged({ on: first }).outcome).toBe('MET')
  })
})

describe.each(papers)('in the end, the $paper', ({ judge, last }) => {
  const judged = (on: string) => judge(makeFacts({ on }), rule)
  const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

  test('holds on its last day and not on the next, or without end when it has none', () => {
    const held = last === null ? { outcome: 'MET' } : { outcome: 'MET', evidenceExpiresAt: last }
    const after = last === null ? held : { outcome: 'EXPIRED', evidenceExpiresAt: last }
    expect(judged(last ?? '2099-12-30')).toEqual(held)
    expect(judged(nextDay(last ?? '2099-12-30'))).toEqual(after)
  })
})

describe('a visa of another country', () => {
  const visa = { number: 'VISA/1', country: 'SG', issuedAt: '2026-11-18', expiresAt: '2027-11-17' }
  const facts = makeFacts({ placement: makePlacement({ visa }) })

  test('is not met, until it has expired', () => {
    expect(judgeVisa(facts, rule)).toMatchObject({ outcome: 'NOT_MET', reason: 'FOR_OTHER_DESTINATION' })
    expect(judgeVisa({ ...facts, on: '2028-01-01' }, rule).outcome).toBe('EXPIRED')
  })
})

test('a rule can ask a paper to last longer', () => {
  expect(judgeVisa(makeFacts(), makeRule({ marginMonths: 12 }))).toMatchObject({
    outcome: 'EXPIRES_TOO_SOON',
    reason: 'VALIDITY_MARGIN_TOO_SHORT',
  })
})
