import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'
import { judgeTerm } from './judgeTerm.ts'
import { lastDayOfContract } from './lastDayOfContract.ts'

/** A contract that was signed by the day and has not ended. */
export function judgeEmploymentContract(facts: Facts, { marginMonths }: RequirementRule): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ contract }) => contract,
    dayOf: ({ signedAt }) => signedAt,
    judge: (contract) => judgeTerm({ on: facts.on, expiresAt: lastDayOfContract(contract), marginMonths }),
  })
}
