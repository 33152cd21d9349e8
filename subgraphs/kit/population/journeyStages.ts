import type { JourneyStage } from './Person.ts'

/** The stages in their order, each with the fewest and the most days since the one before. */
export const journeyStages: readonly (readonly [stage: JourneyStage, fewest: number, most: number])[] = [
  ['REGISTERED', 0, 0],
  ['SELECTED', 3, 14],
  // From the examination on it takes 90 days at most, so that its certificate still holds at the departure.
  ['EXAMINED', 2, 10],
  ['COMPETENT', 7, 21],
  ['AGREEMENT_SIGNED', 1, 7],
  ['RECOMMENDED', 1, 5],
  ['PASSPORT_ISSUED', 3, 10],
  ['POLICE_CLEARED', 1, 6],
  ['INSURED', 1, 4],
  ['VISA_ISSUED', 7, 20],
  ['ORIENTED', 1, 5],
  ['CONTRACT_SIGNED', 0, 3],
  ['CARD_ISSUED', 0, 3],
  ['DEPARTED', 2, 6],
]
