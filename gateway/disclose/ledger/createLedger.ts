import { fault } from '../../../platform/fault.ts'
import type { Disclosure } from './Disclosure.ts'
import type { Ledger } from './Ledger.ts'
import type { LedgerHeadFile } from './LedgerFiles.ts'
import type { Chain, ChainEnd, SegmentBegin } from './createChain.ts'
import type { Condition } from './createCondition.ts'
import { createGroups } from './createGroups.ts'
import type { SegmentWriter } from './createSegmentWriter.ts'
import { longestLine } from './longestLine.ts'

export interface LedgerOptions {
  readonly chain: Chain
  /** The last entry that is there. */
  readonly last: ChainEnd
  /** The segment that it stands in; null where there is none. */
  readonly segment: SegmentBegin | null
  readonly writer: SegmentWriter
  readonly head: LedgerHeadFile
  readonly renderEntry: (disclosure: Disclosure) => string
  readonly condition: Condition
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
  const { chain, writer, head, renderEntry, condition } = options
  let { last, segment: place } = options
  let closing: Promise<void> | undefined
  const groups = createGroups({ commit, mostWaiting })

  async function commit(contents: readonly string[]): Promise<void> {
    condition.begin()
    try {
      const open = await writer.open()
      if (place?.number !== open.number) place = { number: open.number, first: last.sequence + 1 }
      const { lines, end } = linkAll(contents, place)
      await open.write(lines)
      last = end
      // Before anybody is told, so that whoever takes these entries away afterwards is found out. It is but a copy into the page
      // cache: a microsecond or two, where a thread of the pool would take forty.
      head.overwrite(Buffer.from(chain.writeHead(end)))
      condition.succeed()
    } catch (error) {
      condition.fail(error)
      throw error
    }
  }

  function linkAll(contents: readonly string[], segment: SegmentBegin): LinkedLines {
    const group = last.sequence + 1
    let end = last
    let lines = ''
    for (const content of contents) {
      const linked = chain.link(content, { after: end, group, segment })
      lines += linked.line
      end = linked.end
    }
    return { lines, end }
  }

  async function close(): Promise<void> {
    await groups.idle()
    try {
      await writer.close()
      await head.close()
    } finally {
      options.release()
    }
  }

  return {
    async append(disclosure, signal) {
      const content = renderEntry(disclosure)
      const isTooLong = Buffer.byteLength(content) > longestLine - placeLength
      if (closing !== undefined || isTooLong || condition.hangs()) throw fault('LEDGER_UNAVAILABLE')
      await groups.add(content, signal)
    },
    state: condition.state,
    close: () => (closing ??= close()),
  }
}
