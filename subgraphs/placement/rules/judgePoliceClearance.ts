import type { PoliceClearance } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { chooseJudgement } from './chooseJudgement.ts'
import { judgeTerm } from './judgeTerm.ts'
import { newestFirst } from './newestFirst.ts'

/** One clearance that holds on the day is enough. */
export function judgePoliceClearance({ policeClearances, on }: Facts, { marginMonths }: RequirementRule): Judgement {
  if (policeClearances === null) return { outcome: 'SOURCE_UNAVAILABLE' }
  const clearances = newestFirst(policeClearances, { dayOf: ({ issuedAt }) => issuedAt, on })
  return chooseJudgement(clearances.map((clearance) => judgeClearance(clearance, { on, marginMonths })))
}

interface Terms {
  readonly on: string
  readonly marginMonths: number
}

function judgeClearance({ status, expiresAt }: PoliceClearance, { on, marginMonths }: Terms): Judgement {
  switch (status) {
    case 'NOT_ISSUED':
      return { outcome: 'NOT_MET' }
    case 'REVOKED':
      return { outcome: 'VOID', evidenceExpiresAt: expiresAt }
    case 'ISSUED':
      return judgeTerm({ on, expiresAt, marginMonths })
    default:
      return status satisfies never
  }
}
