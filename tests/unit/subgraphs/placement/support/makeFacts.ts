import type { Facts } from '../../../../../subgraphs/placement/rules/Facts.ts'
import { makePlacement } from './makePlacement.ts'

/** What the agencies say of a woman with every paper in order on 24 November 2026, with what the test changes. */
export function makeFacts(changes: Partial<Facts> = {}): Facts {
  return {
    on: '2026-11-24',
    placement: makePlacement(),
    fullName: 'Maria Kaka Bili',
    birthDate: '1999-05-12',
    maritalStatus: 'MARRIED',
    residentStatus: 'ACTIVE',
    passports: [
      {
        kind: 'ORDINARY',
        issuedAt: '2026-11-12',
        expiresAt: '2031-11-11',
        status: 'IN_FORCE',
        holderName: 'MARIA KAKA BILI',
        holderBirthDate: '1999-05-12',
      },
    ],
    policeClearances: [{ issuedAt: '2026-11-13', expiresAt: '2027-05-12', status: 'ISSUED' }],
    healthExaminations: [
      {
        examinedAt: '2026-11-04',
        expiresAt: '2027-02-03',
        physical: 'FIT',
        psychological: 'FIT_WITH_NOTE',
        voidedAt: null,
        destinationCountry: 'MY',
      },
    ],
    insuranceMemberships: [
      {
        periods: [
          {
            phase: 'BEFORE_WORK',
            programmes: ['WORK_ACCIDENT', 'DEATH'],
            startsAt: '2026-11-13',
            endsAt: '2026-12-23',
            paidAt: '2026-11-13',
          },
          {
            phase: 'DURING_WORK',
            programmes: ['WORK_ACCIDENT', 'DEATH'],
            startsAt: '2026-12-24',
            endsAt: '2029-01-23',
            paidAt: '2026-11-20',
          },
        ],
      },
    ],
    ...changes,
  }
}
