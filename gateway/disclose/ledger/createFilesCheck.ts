import { basename } from 'node:path'
import type { LedgerFiles } from './LedgerFiles.ts'
import { ReplacedError } from './ReplacedError.ts'
import { createDirectoryCheck } from './createDirectoryCheck.ts'
import type { SegmentWriter } from './createSegmentWriter.ts'
import { headPath } from './headPath.ts'
import type { Head } from './takeHead.ts'
import type { Lock } from './takeLock.ts'

export interface FilesCheckOptions {
  readonly directory: string
  readonly files: Pick<LedgerFiles, 'reach'>
  readonly lock: Pick<Lock, 'path' | 'isInPlace'>
  readonly writer: Pick<SegmentWriter, 'path' | 'isInPlace'>
  readonly head: Pick<Head, 'isInPlace' | 'isAsSaid'>
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
}

/**
 * Whether the files that are open are those of the directory. Throws a ReplacedError once one is not, and from then on always: to
 * put the right one back does not tell what happened meanwhile.
 */
export interface FilesCheck {
  /** Whether nobody else has begun to write this ledger: what is written now might go over entries of theirs. */
  readonly beforeWriting: () => Promise<void>
  /** Whether what was written can be found by whoever reads the directory. Takes some four microseconds. */
  readonly beforeTelling: () => void
}

/**
 * Milliseconds for which a file system of the network, too, answers from memory what it has just been asked, and after which the
 * files are looked at although the directory says nothing: one that is mounted over another leaves it as it was, and a file system
 * of the network remembers directories for longer than files.
 */
const remembered = 1000

/** Makes the check of a ledger that has just been opened. */
export function createFilesCheck(options: FilesCheckOptions): FilesCheck {
  const { directory, files, lock, writer, head, now } = options
  const headFile = headPath(directory)
  const isAtRest = createDirectoryCheck(directory, now)
  let lost: ReplacedError | undefined
  let reachedAt = now()

  function demand(isGood: boolean, path: string): void {
    if (!isGood) lost ??= new ReplacedError(basename(path))
    if (lost !== undefined) throw lost
  }

  function demandFiles(): void {
    demand(lock.isInPlace(), lock.path)
    demand(writer.isInPlace(), writer.path())
    demand(head.isInPlace(), headFile)
  }

  function demandAll(isOverdue: boolean): void {
    const isTouched = !isAtRest()
    if (isTouched || isOverdue) demandFiles()
    demand(head.isAsSaid(), headFile)
  }

  return {
    async beforeWriting() {
      // A disk that does not answer is met in the pool of threads: asked in the turn of the event loop, it would hold everybody.
      const isOverdue = now() - reachedAt > remembered
      if (isOverdue) {
        await Promise.all([directory, headFile, lock.path, writer.path()].map(files.reach))
        reachedAt = now()
      }
      demandAll(isOverdue)
    },

    beforeTelling: () => demandAll(false),
  }
}
