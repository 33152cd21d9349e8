import { oncePerText } from '../../platform/oncePerText.ts'
import type { AgencyCall } from './AgencyCall.ts'

/** Texts that are sent over and over again: those of plans, and of lookups for each number that travels together. */
const mostTexts = 1_000

const writeText = oncePerText((query: string) => JSON.stringify(query), mostTexts)

/** The JSON text of a call (GraphQL over HTTP, section 5). */
export function writeBody({ query, variables }: AgencyCall): string {
  return `{"query":${writeText(query)},"variables":${JSON.stringify(variables)}}`
}
