import { everyScope } from '../../../schema/access/everyScope.ts'
import { addDays } from '../../kit/calendar/addDays.ts'
import type { Context } from '../source.ts'

const opening: ReadonlySet<string> = new Set(['placement', everyScope])

/**
 * Whether somebody may ask how things stood on a day. From the days on which outcomes changed it can be read when each paper of
 * the placement came, when insurance was paid and more that outcomes of today do not tell: days that have passed are for those
 * who may see the placement itself, and not for reports. Yesterday may still be today where the asker is.
 */
export function mayLookBack(day: string, { today, asker }: Pick<Context, 'today' | 'asker'>): boolean {
  if (day >= addDays(today, -1)) return true
  return asker.scopes.some((scope) => opening.has(scope)) && asker.purpose !== 'reporting'
}
