import type { Principal } from './Principal.ts'

/** Whose records a principal may see: everybody's, those of the office's area, or the own one. */
export type Reach = 'all' | 'office' | 'own'

/** The reach of a principal. A third party sees everybody of whom it has the NIK; which fields is another matter. */
export function reachOf({ kind }: Principal): Reach {
  switch (kind) {
    case 'FRONTEND':
    case 'BP2MI':
      return 'all'
    case 'LTSA_OFFICER':
    case 'AGENCY_OFFICER':
      return 'office'
    case 'WORKER':
      return 'own'
    default:
      return kind satisfies never
  }
}
