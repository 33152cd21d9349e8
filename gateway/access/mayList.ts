import { isRecord } from '../../platform/isRecord.ts'
import type { Restriction } from '../../schema/access/readRestrictions.ts'
import type { Principal } from './Principal.ts'
import { isInside } from './isInside.ts'
import { reachOf } from './reachOf.ts'

/** Whether a list with these arguments keeps to records that a principal may see. */
export function mayList(
  principal: Principal,
  restrictions: readonly Restriction[],
  given: Readonly<Record<string, unknown>>,
): boolean {
  const reach = reachOf(principal)
  switch (reach) {
    case 'all':
      return true
    case 'own':
      return false
    case 'office':
      return restrictions.some(({ at, to }) => {
        const value = valueAt(given, at)
        return (
          typeof value === 'string' && (to === 'AREA' ? isInside(value, principal.area) : value === principal.office)
        )
      })
    default:
      return reach satisfies never
  }
}

function valueAt(given: unknown, at: readonly string[]): unknown {
  let value = given
  for (const name of at) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return value
}
