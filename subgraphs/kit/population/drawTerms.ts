import type { Journey } from './Person.ts'
import type { Random } from './createRandom.ts'

/** What a journey leads to. */
export type Terms = Pick<Journey, 'scheme' | 'destinationCountry' | 'jobGroup' | 'employerKind'>

type Sex = 'FEMALE' | 'MALE'

/** Draws destination, job, employer and scheme as they went together in East Nusa Tenggara in 2023 and 2024. */
export function drawTerms(random: Random, sex: Sex): Terms {
  const destinationCountry = random.weighted([
    ['MY', 910],
    ['SG', 40],
    ['HK', 20],
    ['JP', 10],
    ['TW', 6],
    ['BN', 5],
    ['QA', 5],
    ['PG', 2],
    ['AE', 2],
  ])
  const jobGroup = drawJob(random, destinationCountry, sex)
  return {
    destinationCountry,
    jobGroup,
    employerKind:
      jobGroup === 'DOMESTIC' || (jobGroup === 'CAREGIVER' && random.chance(0.8)) ? 'INDIVIDUAL' : 'LEGAL_ENTITY',
    scheme: drawScheme(random, destinationCountry),
  }
}

function drawJob(random: Random, country: string, sex: Sex): Journey['jobGroup'] {
  if (country === 'JP')
    return random.weighted([
      ['CAREGIVER', 6],
      ['MANUFACTURING', 4],
    ])
  if (country === 'PG')
    return random.weighted([
      ['CONSTRUCTION', 6],
      ['OTHER', 4],
    ])
  // Households there are closed to new workers; companies are not.
  if (country === 'QA' || country === 'AE')
    return random.weighted([
      ['HOSPITALITY', 7],
      ['OTHER', 3],
    ])
  if (sex === 'MALE') {
    return random.weighted([
      ['PLANTATION', 62],
      ['CONSTRUCTION', 20],
      ['MANUFACTURING', 14],
      ['OTHER', 4],
    ])
  }
  return random.weighted([
    ['DOMESTIC', 66],
    ['CAREGIVER', 25],
    ['MANUFACTURING', 4],
    ['PLANTATION', 2],
    ['HOSPITALITY', 2],
    ['OTHER', 1],
  ])
}

function drawScheme(random: Random, country: string): Journey['scheme'] {
  if (country === 'JP')
    return random.weighted([
      ['SPECIFIED_SKILLED_WORKER', 6],
      ['G_TO_G', 4],
    ])
  return random.weighted([
    ['P_TO_P', 90],
    ['RE_ENTRY', 6],
    ['INDEPENDENT', 4],
  ])
}
