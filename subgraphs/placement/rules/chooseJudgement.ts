import type { Judgement } from './Judgement.ts'

/**
 * One judgement for papers of which one is enough, from those on each of them, newest first: the first that is met, best
 * without anything to look at; else the first that might be, had every agency answered; else that on the newest paper.
 * MISSING without any paper.
 */
export function chooseJudgement(judgements: readonly Judgement[]): Judgement {
  const met = judgements.filter(({ outcome }) => outcome === 'MET')
  return (
    met.find(({ reason }) => reason === undefined) ??
    met.at(0) ??
    judgements.find(({ outcome }) => outcome === 'SOURCE_UNAVAILABLE') ??
    judgements.at(0) ?? { outcome: 'MISSING' }
  )
}
