/** A part that a synthetic person plays whatever is drawn, because the population must have it. */
export type Role = 'PASSPORT_NUMBER_SHARED' | 'DECEASED_NIK_USED' | 'RECRUITER_CLUSTER'

const sharedNumber: readonly number[] = [11, 12]
const deceased = 13
/** Every fifth person from here on, so that a page of a list is not one village. */
const cluster = { from: 30, step: 5, size: 24 }

/** The part that the synthetic person at this place (from 0) plays, if any. */
export function roleOf(place: number): Role | null {
  if (sharedNumber.includes(place)) return 'PASSPORT_NUMBER_SHARED'
  if (place === deceased) return 'DECEASED_NIK_USED'
  const member = (place - cluster.from) / cluster.step
  return Number.isInteger(member) && member >= 0 && member < cluster.size ? 'RECRUITER_CLUSTER' : null
}
