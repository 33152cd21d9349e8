/** What the environment variables about an agency begin with: `POLICE_CLEARANCE_` for `police-clearance`. */
export function prefixOf(agency: string): string {
  return `${agency.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_`
}
