import { createDigester } from '../../../platform/createDigester.ts'
import type { Disclosure } from './Disclosure.ts'
import type { EntryContent } from './EntryContent.ts'
import type { ChainedEntry } from './createChain.ts'
import { createChain } from './createChain.ts'
import { deriveLedgerKeys } from './deriveLedgerKeys.ts'
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

/** Hands over every disclosure about a person, in the order in which they left, and answers what is wrong with the ledger. */
export async function findDisclosures({ directory, secret, nik, onFound }: FindOptions): Promise<readonly string[]> {
  const keys = deriveLedgerKeys(secret)
  const applicant = createDigester(keys.applicants)(nik)

  function pick(entry: ChainedEntry): void {
    // Most lines are not about this person, and to search one is cheaper than to parse it.
    if (!entry.line.includes(applicant)) return
    const content = readEntry(entry)
    if (content.applicants.includes(applicant)) onFound(open(content))
  }

  function open({ applicants: _applicants, kind, client, subject, office, ...rest }: EntryContent): FoundDisclosure {
    return { ...rest, principal: { kind, client, subject: openSubject(subject, keys.subjects), office } }
  }

  const { flaws } = await readChain({ directory, chain: createChain(keys.chain), onEntry: pick })
  return flaws
}
