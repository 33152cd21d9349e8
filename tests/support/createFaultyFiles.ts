import type { LedgerFile, LedgerFiles, LedgerHeadFile } from '../../gateway/disclose/ledger/LedgerFiles.ts'
import { nodeFiles } from '../../gateway/disclose/ledger/nodeFiles.ts'

/** What goes wrong, by operation: the code of an error, thrown before it has done anything, or when a file was closed. */
export type FileFaults = Partial<Record<FileOperation, string>>

export type FileOperation =
  'open' | 'syncDirectory' | 'write' | 'halfWrite' | 'overwrite' | 'sync' | 'truncate' | 'close'

/** The files of this machine, which fail as a test says and can be held. */
export interface FaultyFiles extends LedgerFiles {
  readonly setFaults: (faults: FileFaults) => void
  /** What was done to segments and the head, in order. */
  readonly operations: readonly FileOperation[]
  /** Lets no write to a segment end, and nothing that is asked of the disk beforehand, until what it answers is called. */
  readonly hold: () => () => void
}

/** Makes such files. `halfWrite` writes the first half before it fails, as a disk does that becomes full. */
export function createFaultyFiles(): FaultyFiles {
  let faults: FileFaults = {}
  let held = Promise.resolve()
  const operations: FileOperation[] = []

  function meet(operation: FileOperation): void {
    operations.push(operation)
    const code = faults[operation]
    if (code !== undefined) throw Object.assign(new Error('as a test wants it'), { code })
  }

  function wrap(file: LedgerFile): LedgerFile {
    return {
      ...file,
      async write(bytes, position) {
        meet('write')
        if (faults.halfWrite !== undefined) await file.write(bytes.subarray(0, bytes.length / 2), position)
        if (faults.halfWrite !== undefined) meet('halfWrite')
        await held
        await file.write(bytes, position)
      },
      async truncate(size) {
        meet('truncate')
        await file.truncate(size)
      },
      async close() {
        await file.close()
        meet('close')
      },
    }
  }

  function wrapHead(file: LedgerHeadFile): LedgerHeadFile {
    return {
      ...file,
      overwrite(bytes) {
        meet('overwrite')
        file.overwrite(bytes)
      },
      async sync() {
        meet('sync')
        await file.sync()
      },
    }
  }

  return {
    operations,
    setFaults(given) {
      faults = given
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    async open(path, flags) {
      meet('open')
      return wrap(await nodeFiles.open(path, flags))
    },
    openHead: async (path) => wrapHead(await nodeFiles.openHead(path)),
    async syncDirectory(path) {
      meet('syncDirectory')
      await nodeFiles.syncDirectory(path)
    },
    async reach(path) {
      await held
      await nodeFiles.reach(path)
    },
  }
}
