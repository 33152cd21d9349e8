import { errors } from './errors.ts'
import type { ErrorEntry } from './errors.ts'

/** The error table as the Markdown of `docs/errors.md`. */
export function renderErrorCatalogue(): string {
  const rows = Object.entries<ErrorEntry>(errors).map(
    ([code, { http, retryable, en, id }]) => `| \`${code}\` | ${http} | ${retryable ? 'yes' : 'no'} | ${en} | ${id} |`,
  )
  return `${introduction}\n${rows.join('\n')}\n`
}

const aboutOperation = Object.entries<ErrorEntry>(errors).flatMap(([code, entry]) =>
  entry.aboutOperation === true ? [`\`${code}\``] : [],
)

const introduction = `# Error codes

<!-- Generated from platform/errors.ts by \`npm run generate\`. Do not edit. -->

Every error of an answer has one of these codes in \`extensions.code\`. Match on the code, never on the message.

- \`message\` is the English text; where the operation itself is at fault, a sentence follows that says where. \`extensions.translations.id\` is the Indonesian text.
- \`extensions.retryable\` says whether the same request may succeed later. In the answer to a mutation it is false, since part of it may have been done.
- \`extensions.agency\` names the agency that an error comes from, \`extensions.argument\` or \`extensions.variable\` what is at fault, with the way inside it, such as \`filter.updatedSince\` or \`niks[3]\`, and \`extensions.correlationId\` is what an operator asks for.
- HTTP is the status of a request that fails as a whole. An error beside data leaves the status at 200. It has no \`path\` where it is about what an agency was asked for to answer another field, and that field is no gap.
- An answer in \`application/json\`, which a client gets unless it prefers \`application/graphql-response+json\`, has status 200 also for errors about the operation: ${new Intl.ListFormat('en-GB').format(aboutOperation)}.

| Code | HTTP | Ask again | Message | Pesan |
| --- | --- | --- | --- | --- |`
