import type { JourneyExit, JourneyStage } from './Person.ts'
import type { Random } from './createRandom.ts'
import { journeyStages } from './journeyStages.ts'

/** The last stage that a journey reached, how many days ago, and how it left the procedure, if it did. */
export interface CourseEnd {
  readonly last: JourneyStage
  readonly daysAgo: number
  readonly exit: JourneyExit | null
}

/** Draws how far a journey is: of a hundred, 46 have left, 14 may leave, 30 are under way and 10 were given up. */
export function drawCourseEnd(random: Random): CourseEnd {
  const outcome = random.weighted([
    ['DEPARTED', 46],
    ['CARD_ISSUED', 14],
    ['UNDER_WAY', 30],
    ['GIVEN_UP', 10],
  ])
  switch (outcome) {
    case 'DEPARTED':
      return { last: 'DEPARTED', daysAgo: random.wholeNumber(1, 1095), exit: null }
    case 'CARD_ISSUED':
      return { last: 'CARD_ISSUED', daysAgo: random.wholeNumber(0, 6), exit: null }
    case 'UNDER_WAY':
      return { last: stageUpTo('CONTRACT_SIGNED', random), daysAgo: random.wholeNumber(0, 20), exit: null }
    case 'GIVEN_UP':
      return { last: stageUpTo('VISA_ISSUED', random), daysAgo: random.wholeNumber(5, 730), exit: drawExit(random) }
    default:
      return outcome satisfies never
  }
}

/** Any stage up to this one, each as likely as the others. */
function stageUpTo(limit: JourneyStage, random: Random): JourneyStage {
  const most = journeyStages.findIndex(([stage]) => stage === limit)
  return journeyStages[random.wholeNumber(0, most)]?.[0] ?? limit
}

function drawExit(random: Random): JourneyExit {
  return random.weighted([
    ['FAILED', 45],
    ['DEFERRED', 35],
    ['WITHDRAWN', 20],
  ])
}
