import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'

/** A living resident whom the registry knows; who moved is one, at another office. */
export function judgeIdentity({ residentStatus }: Facts): Judgement {
  switch (residentStatus) {
    case null:
      return { outcome: 'SOURCE_UNAVAILABLE' }
    case 'ACTIVE':
    case 'MOVED':
      return { outcome: 'MET' }
    case 'UNKNOWN':
      return { outcome: 'NOT_MET', reason: 'NIK_UNKNOWN' }
    case 'DECEASED':
      return { outcome: 'NOT_MET', reason: 'REGISTERED_AS_DECEASED' }
    case 'DUPLICATE':
      return { outcome: 'NOT_MET', reason: 'REGISTERED_AS_DUPLICATE' }
    case 'INACTIVE':
      return { outcome: 'NOT_MET', reason: 'RECORD_INACTIVE' }
    default:
      return residentStatus satisfies never
  }
}
