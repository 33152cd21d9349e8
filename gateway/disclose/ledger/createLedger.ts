import { fault } from '../../../platform/fault.ts'
import type { Disclosure } from './Disclosure.ts'
import type { Ledger } from './Ledger.ts'
import type { LedgerMetrics } from './LedgerMetrics.ts'
import type { Chain, ChainEnd, ChainPlace, SegmentBegin } from './createChain.ts'
import type { Condition } from './createCondition.ts'
import type { FilesCheck } from './createFilesCheck.ts'
import { createGroups } from './createGroups.ts'
import type { SegmentWriter } from './createSegmentWriter.ts'
import { longestLine } from './longestLine.ts'
import type { Head } from './takeHead.ts'

export interface LedgerOptions {
  readonly chain: Chain
  /** The last entry that is there. */
  readonly last: ChainEnd
  /** The segment that it stands in; null where there is none. */
  readonly segment: SegmentBegin | null
  readonly writer: SegmentWriter
  readonly head: Head
  readonly check: FilesCheck
  readonly renderEntry: (disclosure: Disclosure) => string
  readonly condition: Condition
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
  readonly metrics: Pick<LedgerMetrics, 'wrote'>
  /** Called once, when all is closed. */
  readonly release: () => void
}

interface LinkedLines {
  readonly lines: string
  readonly end: ChainEnd
}

/** Characters that may wait for the disk. */
const mostWaiting = 16_777_216

/** What the chain adds to the content of an entry takes less. */
const placeLength = 300

/** Makes a ledger that goes on after the last entry. */
export function createLedger(options: LedgerOptions): Ledger {
  const { chain, writer, head, check, renderEntry, condition, now, metrics } = options
  let { last, segment: place } = options
  let closing: Promise<void> | undefined
  const groups = createGroups({ commit, mostWaiting })

  async function commit(contents: readonly string[]): Promise<void> {
    const before = last
    const begunAt = now()
    condition.begin()
    try {
      await check.beforeWriting()
      const open = await writer.open()
      if (place?.number !== open.number) place = { number: open.number, first: last.sequence + 1 }
      const { lines, end } = linkAll(chain, contents, { after: last, group: last.sequence + 1, segment: place })
      await open.write(lines)
      last = end
      // A file that is open can be written for ever, also where nobody will ever read it.
      check.beforeTelling()
      // Before anybody is told, so that whoever takes these entries away afterwards is found out. It is but a copy into the page
      // cache: a microsecond or two, where a thread of the pool would take forty.
      head.write(end)
      condition.succeed()
      metrics.wrote(contents.length, (now() - begunAt) / 1000)
    } catch (error) {
      condition.fail(error, before)
      throw error
    }
  }

  async function close(): Promise<void> {
    await groups.idle()
    try {
      if (await areFilesOurs()) await writer.close()
      else await writer.abandon()
      await head.close()
    } finally {
      options.release()
    }
  }

  /** Asked at the end as well, so that the log tells of files that were replaced after the last answer. */
  async function areFilesOurs(): Promise<boolean> {
    try {
      await check.beforeWriting()
      check.beforeTelling()
      return true
    } catch (error) {
      condition.fail(error, last)
      return false
    }
  }

  return {
    async append(disclosure, signal) {
      const content = renderEntry(disclosure)
      const isTooLong = Buffer.byteLength(content) > longestLine - placeLength
      if (closing !== undefined || isTooLong || condition.isHopeless()) throw fault('LEDGER_UNAVAILABLE')
      await groups.add(content, signal)
    },
    state: condition.state,
    close: () => (closing ??= close()),
  }
}

function linkAll(chain: Chain, contents: readonly string[], place: ChainPlace): LinkedLines {
  let end = place.after
  let lines = ''
  for (const content of contents) {
    const linked = chain.link(content, { ...place, after: end })
    lines += linked.line
    end = linked.end
  }
  return { lines, end }
}
