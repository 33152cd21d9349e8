import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import type { Logger } from '../../../platform/Logger.ts'
import { codeOf } from '../../../platform/codeOf.ts'
import { untilAborted } from '../../../platform/untilAborted.ts'
import type { Ledger } from './Ledger.ts'
import type { LedgerFiles } from './LedgerFiles.ts'
import type { LedgerMetrics } from './LedgerMetrics.ts'
import { createChain } from './createChain.ts'
import { createCondition } from './createCondition.ts'
import { createEntryRenderer } from './createEntryRenderer.ts'
import { createFilesCheck } from './createFilesCheck.ts'
import { createLedger } from './createLedger.ts'
import { createSegmentWriter } from './createSegmentWriter.ts'
import { deriveLedgerKeys } from './deriveLedgerKeys.ts'
import { mendChain } from './mendChain.ts'
import { nodeFiles } from './nodeFiles.ts'
import { takeLock } from './takeLock.ts'

export interface OpenLedgerOptions {
  /** Belongs to this process alone; made where it is not there. */
  readonly directory: string
  readonly secret: string
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
  readonly logger: Logger
  readonly metrics: LedgerMetrics
  /** Bytes after which another segment is begun. */
  readonly segmentBytes?: number
  readonly files?: LedgerFiles
  /** Milliseconds in which the disk has to answer for the first time. */
  readonly diskLimit?: number
}

/**
 * Opens the ledger of a directory and goes on after its last entry; what a power failure or a killed process left half written is
 * cut. Throws an EnvironmentError when the chain is not whole, another process has it, or the directory cannot be used or does not
 * answer.
 */
export async function openLedger(options: OpenLedgerOptions): Promise<Ledger> {
  try {
    await reachDirectory(options)
    return await openLocked(options)
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    throw new EnvironmentError(
      `LEDGER_PATH cannot be used (${code}). Allowed is a directory that this user may write to, on a disk with room.`,
    )
  }
}

/** What comes after it blocks this process. */
async function reachDirectory({ directory, files = nodeFiles, diskLimit = 10_000 }: OpenLedgerOptions): Promise<void> {
  const reached = makeDirectory(directory).then(() => files.reach(directory))
  await untilAborted(
    reached,
    AbortSignal.timeout(diskLimit),
    () => new EnvironmentError('LEDGER_PATH cannot be used: its disk does not answer. Start again once it does.'),
  )
}

/** On a disk that can only be read, a recursive `mkdir` says ENOENT. One that is not says the truth, of what is missing first. */
async function makeDirectory(directory: string): Promise<void> {
  const mode = 0o700
  try {
    await mkdir(directory, { recursive: true, mode })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await makeDirectory(dirname(directory))
    await mkdir(directory, { mode })
  }
}

async function openLocked(options: OpenLedgerOptions): Promise<Ledger> {
  const { directory, secret, clock, now, logger, metrics } = options
  const { segmentBytes = 67_108_864, files = nodeFiles } = options
  const keys = deriveLedgerKeys(secret)
  const chain = createChain(keys.chain)
  await using undo = new AsyncDisposableStack()
  const lock = await takeLock(directory)
  undo.defer(lock.release)
  const { head, last, segment } = await mendChain({ directory, chain, files, logger })
  undo.defer(head.close)
  const writer = await createSegmentWriter({ directory, files, segmentBytes, last: segment })
  undo.defer(writer.close)
  logger.info({ entries: last.sequence, hash: last.hash, segment: segment?.number ?? 0 }, 'the ledger is open')
  undo.move()
  const condition = createCondition({ clock, logger, metrics })
  const renderEntry = createEntryRenderer(keys)
  const check = createFilesCheck({ directory, files, lock, writer, head, now })
  const parts = { chain, writer, head, check, renderEntry, condition }
  return createLedger({ ...parts, last, segment, now, metrics, release: lock.release })
}
