import { openLedger } from '../../gateway/disclose/ledger/openLedger.ts'
import { makeDisclosure } from './makeDisclosure.ts'

/**
 * A process that appends to a ledger from many callers at once until it is killed, and tells its parent the correlation id of
 * every entry that is on disk.
 */
const [directory = '', secret = '', segmentBytes, round] = process.argv.slice(2)
const silent = () => undefined
const logger = { debug: silent, info: silent, warn: silent, error: silent, fatal: silent }
const metrics = { wrote() {}, writable() {} }
const clocks = { clock: Date.now, now: () => performance.now() }
const ledger = await openLedger({ directory, secret, ...clocks, logger, metrics, segmentBytes: Number(segmentBytes) })
let entries = 0

async function call() {
  for (;;) {
    entries += 1
    const correlationId = `${round}-${entries}`
    await ledger.append(makeDisclosure({ correlationId }))
    process.send?.(correlationId)
  }
}

process.send?.('open')
await Promise.all(Array.from({ length: 32 }, call))
