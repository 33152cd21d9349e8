import type { InsurancePeriod } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { coveredUntil } from './coveredUntil.ts'
import { lastDayOfContract } from './lastDayOfContract.ts'

/**
 * Paid terms for the time of work cover every day of a contract that is signed; without one, paid terms of any phase cover
 * the day. Terms of several memberships add up. What is not paid covers nothing, but says what is to be done.
 */
export function judgeInsurance({ insuranceMemberships, placement, on }: Facts): Judgement {
  if (insuranceMemberships === null) return { outcome: 'SOURCE_UNAVAILABLE' }
  const periods = insuranceMemberships.flatMap((membership) => membership.periods).filter(isStatutory)
  const cover: Cover = {
    on,
    paid: periods.filter(({ paidAt }) => paidAt !== null && paidAt <= on),
    billed: periods.filter(({ paidAt }) => paidAt === null),
  }
  const contract = placement?.contract ?? null
  if (contract === null || on < contract.signedAt) return judgeDays(cover, { first: on, last: on })
  return judgeDays(duringWork(cover), { first: contract.startsAt, last: lastDayOfContract(contract) }, cover)
}

/** What the law asks for is cover against accidents at work and death (Permenaker 4/2023); old age is voluntary. */
function isStatutory({ programmes }: InsurancePeriod): boolean {
  return programmes.includes('WORK_ACCIDENT') && programmes.includes('DEATH')
}

interface Cover {
  readonly on: string
  readonly paid: readonly InsurancePeriod[]
  readonly billed: readonly InsurancePeriod[]
}

interface Span {
  readonly first: string
  readonly last: string
}

/** Judges whether the terms that count cover a span; `all` are those that show that there is any insurance. */
function judgeDays(counting: Cover, { first, last }: Span, all: Cover = counting): Judgement {
  const { on, paid, billed } = counting
  const until = coveredUntil(paid, first)
  const lastPaid = lastDayOf(all.paid)
  if (until !== null && last <= until) {
    return { outcome: until < on ? 'EXPIRED' : 'MET', evidenceExpiresAt: until }
  }
  const untilWhenPaid = coveredUntil([...paid, ...billed], first)
  if (untilWhenPaid !== null && last <= untilWhenPaid) return { outcome: 'NOT_MET', reason: 'UNPAID' }
  if (lastPaid === null)
    return all.billed.length > 0 ? { outcome: 'NOT_MET', reason: 'UNPAID' } : { outcome: 'MISSING' }
  if (lastPaid < on) return { outcome: 'EXPIRED', evidenceExpiresAt: lastPaid }
  // Insured, but from too late on.
  if (until === null && last <= lastPaid) return { outcome: 'NOT_MET' }
  return { outcome: 'EXPIRES_TOO_SOON', reason: 'ENDS_BEFORE_CONTRACT', evidenceExpiresAt: until ?? lastPaid }
}

function duringWork({ on, paid, billed }: Cover): Cover {
  const atWork = (periods: readonly InsurancePeriod[]) => periods.filter(({ phase }) => phase === 'DURING_WORK')
  return { on, paid: atWork(paid), billed: atWork(billed) }
}

function lastDayOf(periods: readonly InsurancePeriod[]): string | null {
  return (
    periods
      .map(({ endsAt }) => endsAt)
      .toSorted()
      .at(-1) ?? null
  )
}
