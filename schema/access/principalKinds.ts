import type { Purpose } from './purposes.ts'
import type { Scope } from './scopes.ts'
import { scopes } from './scopes.ts'

/** The most that a token of a kind of user can open, whatever it says, and what it may be used for. */
export interface PrincipalRights {
  readonly means: string
  readonly scopes: readonly Scope[]
  readonly purposes: readonly Purpose[]
}

const all: readonly Scope[] = Object.keys(scopes).filter((name): name is Scope => name in scopes)

/** The kinds of users there are. */
export const principalKinds = {
  FRONTEND: {
    means: "A third party's application, with the applicant's consent.",
    scopes: ['reference', 'readiness', 'validity'],
    purposes: ['service-delivery'],
  },
  LTSA_OFFICER: {
    means: 'An officer of a one-stop office, for the applicants of its area.',
    scopes: all,
    purposes: ['service-delivery', 'protection-case'],
  },
  AGENCY_OFFICER: {
    means: 'An officer of one of the agencies, for the applicants of the area of the own office.',
    scopes: ['reference', 'readiness', 'validity', 'identity', 'documents', 'movements', 'lists'],
    purposes: ['service-delivery', 'protection-case'],
  },
  BP2MI: {
    means: 'The agency that protects migrant workers, everywhere.',
    scopes: all,
    purposes: ['protection-case', 'supervision', 'reporting'],
  },
  WORKER: {
    means: 'A person, for the own records.',
    scopes: all.filter((scope) => scope !== 'lists'),
    purposes: ['self-access'],
  },
} as const satisfies Readonly<Record<string, PrincipalRights>>

/** A key of the table above. */
export type PrincipalKind = keyof typeof principalKinds
