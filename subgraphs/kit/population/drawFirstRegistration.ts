import { addDays } from '../calendar/addDays.ts'
import { addMonths } from '../calendar/addMonths.ts'
import type { Person } from './Person.ts'
import type { Random } from './createRandom.ts'

type Birth = Pick<Person, 'birthDate' | 'sex'>

/**
 * What the registry took down at first, and what the NIK holds for life: the truth for most, another date for those whose
 * birth date was corrected later, and the other sex for very few.
 */
export function drawFirstRegistration(random: Random, { birthDate, sex }: Birth): Birth {
  if (random.chance(0.001)) return { birthDate, sex: sex === 'FEMALE' ? 'MALE' : 'FEMALE' }
  if (!random.chance(0.012)) return { birthDate, sex }
  const years = random.pick([-2, -1, 1])
  return {
    birthDate: random.chance(0.5) ? addMonths(birthDate, years * 12) : addDays(birthDate, random.wholeNumber(1, 20)),
    sex,
  }
}
