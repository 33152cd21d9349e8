import type { OpenPlacement } from '../../../../../subgraphs/placement/rules/Facts.ts'

/** A placement for domestic work in Malaysia with every paper, ready to leave on 24 November 2026. */
export function makePlacement(changes: Partial<OpenPlacement> = {}): OpenPlacement {
  return {
    scheme: 'P_TO_P',
    destinationCountry: 'MY',
    jobGroup: 'DOMESTIC',
    employer: { name: 'Household No. 101', country: 'MY', kind: 'INDIVIDUAL' },
    recommendation: { number: 'REK/1/2026', issuedAt: '2026-11-09' },
    familyPermission: { signatory: 'SPOUSE', signedAt: '2026-10-15', villageCode: '53.18.07.2001' },
    competence: { number: 'KOM/1/2026', issuer: 'LSP Rekaan', issuedAt: '2026-11-06', expiresAt: '2029-11-05' },
    agreement: { number: 'PP/1/2026', signedAt: '2026-11-06' },
    visa: { number: 'VISA/1/2026', country: 'MY', issuedAt: '2026-11-18', expiresAt: '2027-11-17' },
    orientation: { attendedAt: '2026-11-20', hours: 10 },
    contract: {
      number: 'PK/1/2026',
      signedAt: '2026-11-20',
      startsAt: '2026-12-24',
      months: 24,
      monthlyWage: { amount: 1_700, currency: 'MYR' },
    },
    agency: {
      licenceNumber: 'SIP3MI-9001',
      name: 'PT Cendana Karya Rekaan',
      validFrom: '2017-01-02',
      validTo: '2031-12-31',
      sanctions: [],
    },
    ...changes,
  }
}
