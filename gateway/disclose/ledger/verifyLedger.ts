import type { ChainedEntry } from './createChain.ts'
import { createChain } from './createChain.ts'
import { deriveLedgerKeys } from './deriveLedgerKeys.ts'
import type { Segment } from './listSegments.ts'
import { noLedger } from './noLedger.ts'
import { readChain } from './readChain.ts'
import { readEntry } from './readEntry.ts'

export interface VerifyOptions {
  readonly directory: string
  readonly secret: string
  /** The first segment that is read; those before are elsewhere. All are read by default, and the first must be 1. */
  readonly from?: number | undefined
}

/** What was found, as lines to print. */
export interface LedgerReport {
  readonly isWhole: boolean
  readonly lines: readonly string[]
}

/** Reads a ledger from its first entry to its last, also while a gateway writes it, and says whether it is whole. */
export async function verifyLedger({ directory, secret, from }: VerifyOptions): Promise<LedgerReport> {
  const chain = createChain(deriveLedgerKeys(secret).chain)
  const seen = createSeen()
  const choose = (all: readonly Segment[]): readonly Segment[] => all.filter(({ number }) => number >= (from ?? 1))
  const { isLedger, segments, flaws, tail, last } = await readChain({ directory, chain, choose, onEntry: seen.note })
  if (!isLedger) return { isWhole: false, lines: [noLedger] }
  const problems = [...absent(segments, from), ...flaws]
  if (tail?.hasLines === true) problems.push(`What follows entry ${last.sequence} is no entry. ${powerFailure}`)
  if (problems.length > 0) return { isWhole: false, lines: ['The ledger is not whole.', ...problems] }
  const numbers = segments.map(({ number }) => number)
  const range = segments.length === 0 ? '' : ` (${numbers[0]} to ${numbers.at(-1)})`
  const lines = [
    `The ledger is whole: ${count(seen.entries(), 'entry', 'entries')} in ${count(segments.length, 'segment', 'segments')}${range}.`,
    ...seen.instants(),
    ...(segments.length === 0 ? [] : [`The last entry is ${last.sequence}, its hash ${last.hash}.`]),
    ...(tail === null ? [] : ['An entry behind it is being written, or was cut short when a gateway ended.']),
  ]
  return { isWhole: true, lines }
}

interface Seen {
  readonly note: (entry: ChainedEntry) => void
  readonly entries: () => number
  /** The first and the last instant, as lines. */
  readonly instants: () => readonly string[]
}

function createSeen(): Seen {
  let entries = 0
  let first: ChainedEntry | undefined
  let last: ChainedEntry | undefined
  return {
    note(entry) {
      entries += 1
      first ??= entry
      last = entry
    },
    entries: () => entries,
    instants() {
      if (first === undefined || last === undefined) return []
      return [`From ${readEntry(first).at} to ${readEntry(last).at}.`]
    },
  }
}

function absent(segments: readonly Segment[], from: number | undefined): readonly string[] {
  const [first] = segments
  if (from !== undefined) return first?.number === from ? [] : [`There is no segment ${from}.`]
  if (first === undefined || first.number === 1) return []
  return [
    `It begins with segment ${first.number}. If those before were archived: npm run ledger -- verify --from ${first.number}`,
  ]
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

const powerFailure = 'After a power failure that may be so; the gateway cuts it when it starts.'
