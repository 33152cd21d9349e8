import { createDigester } from '../../../platform/createDigester.ts'
import type { Disclosure } from './Disclosure.ts'
import type { EntryContent } from './EntryContent.ts'
import { createSubjectSealer } from './createSubjectSealer.ts'
import type { LedgerKeys } from './deriveLedgerKeys.ts'
import { escapeCharacter } from './escapeCharacter.ts'
import { roomMark } from './roomMark.ts'

const escapedRoom = escapeCharacter(roomMark)

/**
 * Writes disclosures as the inside of a JSON object, on one line and without a personal datum in the clear. It has no space in it:
 * where a reader meets one, the rest is not written yet.
 */
export function createEntryRenderer(keys: LedgerKeys): (disclosure: Disclosure) => string {
  const digest = createDigester(keys.applicants)
  const seal = createSubjectSealer(keys.subjects)

  return function renderEntry({ at, principal, applicants, agencies, ...rest }) {
    const content: EntryContent = {
      at: new Date(at).toISOString(),
      kind: principal.kind,
      client: principal.client,
      subject: seal(principal.subject),
      office: principal.office,
      purpose: rest.purpose,
      operation: rest.operation,
      applicants: applicants.map(digest),
      classes: rest.classes,
      agencies: agencies.map(({ agency, source }) => ({ agency, source })),
      correlationId: rest.correlationId,
    }
    return JSON.stringify(content).slice(1, -1).replaceAll(roomMark, escapedRoom)
  }
}
