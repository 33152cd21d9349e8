import type { Disclosure } from '../../gateway/disclose/ledger/Disclosure.ts'

/** An answer about one applicant, with what a test wants otherwise. */
export function makeDisclosure(otherwise: Partial<Disclosure> = {}): Disclosure {
  return {
    at: Date.UTC(2026, 6, 1, 3),
    correlationId: '0198c0de-0000-7000-8000-000000000001',
    principal: { kind: 'LTSA_OFFICER', client: 'ntt-desk', subject: 'officer-7', office: 'LTSA-53' },
    purpose: 'service-delivery',
    operation: 'ApplicantPapers',
    applicants: ['5318075205999001'],
    classes: ['GENERAL', 'SPECIFIC'],
    agencies: [
      { agency: 'identity', source: 'LIVE' },
      { agency: 'passport', source: 'STALE' },
    ],
    ...otherwise,
  }
}
