import type { AgencyName } from './AgencyName.ts'

/** What an agency's own environment variables begin with: `POLICE_CLEARANCE_` for `police-clearance`. */
export function prefixOf(agency: AgencyName): string {
  return `${agency.toUpperCase().replaceAll('-', '_')}_`
}
