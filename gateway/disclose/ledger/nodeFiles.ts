import { writeSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { LedgerFile, LedgerFiles } from './LedgerFiles.ts'

/** The files of this machine, made for the user of this process alone. */
export const nodeFiles: LedgerFiles = Object.freeze({
  open: openFile,
  remove: rm,

  async syncDirectory(path: string) {
    await using directory = await open(path, 'r')
    await directory.sync()
  },
})

async function openFile(path: string, flags: 'r+' | 'wx'): Promise<LedgerFile> {
  const handle = await open(path, flags, 0o600)
  return {
    async write(bytes, position) {
      // On a disk that is nearly full, a part is written, and only the next attempt fails.
      for (let done = 0; done < bytes.length;) {
        done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
      }
    },
    overwrite(bytes) {
      writeSync(handle.fd, bytes, 0, bytes.length, 0)
    },
    sync: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  }
}
