import { createDigester } from '../../../platform/createDigester.ts'
import type { Disclosure } from './Disclosure.ts'
import type { EntryContent } from './EntryContent.ts'
import type { ChainedEntry, SegmentBegin } from './createChain.ts'
import { createChain } from './createChain.ts'
import { deriveLedgerKeys } from './deriveLedgerKeys.ts'
import { noLedger } from './noLedger.ts'
import { openSubject } from './openSubject.ts'
import { readChain } from './readChain.ts'
import { readEntry } from './readEntry.ts'

export interface FindOptions {
  readonly directory: string
  readonly secret: string
  readonly nik: string
  readonly onFound: (disclosure: FoundDisclosure) => void
}

/** A disclosure as it was written, with its subject opened, and without the others whom it was about. */
export type FoundDisclosure = Omit<Disclosure, 'at' | 'applicants'> & { readonly at: string }

/** What was looked through. */
export interface Search {
  /** What is wrong with the ledger, in sentences. */
  readonly flaws: readonly string[]
  /** Where it begins: what is before that is elsewhere. Undefined where there is no entry. */
  readonly begin: SegmentBegin | undefined
}

/** Hands over every disclosure about a person that is there, in the order in which they left. */
export async function findDisclosures({ directory, secret, nik, onFound }: FindOptions): Promise<Search> {
  const keys = deriveLedgerKeys(secret)
  const applicant = createDigester(keys.applicants)(nik)

  let first: ChainedEntry | undefined

  function pick(entry: ChainedEntry): void {
    first ??= entry
    // Most lines are not about this person, and to search one is cheaper than to parse it.
    if (!entry.line.includes(applicant)) return
    const content = readEntry(entry)
    if (content.applicants.includes(applicant)) onFound(open(content))
  }

  function open({ applicants: _applicants, kind, client, subject, office, ...rest }: EntryContent): FoundDisclosure {
    return { ...rest, principal: { kind, client, subject: openSubject(subject, keys.subjects), office } }
  }

  const { isLedger, segments, flaws } = await readChain({ directory, chain: createChain(keys.chain), onEntry: pick })
  const [segment] = segments
  const begin = segment && first && { number: segment.number, first: first.sequence }
  return { flaws: isLedger ? flaws : [noLedger], begin }
}
