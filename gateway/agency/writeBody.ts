import type { AgencyCall } from './AgencyCall.ts'

/** The JSON text of a call (GraphQL over HTTP, section 5). */
export function writeBody({ query, variables }: AgencyCall): string {
  return JSON.stringify({ query, variables })
}
