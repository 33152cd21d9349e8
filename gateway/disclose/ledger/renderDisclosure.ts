import { escapeCharacter } from './escapeCharacter.ts'
import type { FoundDisclosure } from './findDisclosures.ts'

/** A disclosure as lines for a terminal. Whatever could be more than a plain word stands in quotes, escaped. */
export function renderDisclosure({ at, principal, agencies, ...rest }: FoundDisclosure): string {
  const { kind, client, subject, office } = principal
  const lines = [
    at,
    `  who             ${words([kind])}, client ${words([client])}, subject ${words([subject])}${office === undefined ? '' : `, office ${words([office])}`}`,
    `  purpose         ${words([rest.purpose])}`,
    `  operation       ${words([rest.operation])}`,
    `  classes         ${words(rest.classes)}`,
    `  agencies        ${agencies.map(({ agency, source }) => `${words([agency])} ${source}`).join(', ')}`,
    `  correlation id  ${words([rest.correlationId])}`,
  ]
  return `${lines.join('\n')}\n`
}

function words(values: readonly string[]): string {
  return values.map((value) => (/^[\w.:@+/-]+$/.test(value) ? value : escapeControls(JSON.stringify(value)))).join(', ')
}

/** JSON leaves some as they are that a terminal obeys. */
function escapeControls(text: string): string {
  return text.replaceAll(/[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escapeCharacter)
}
