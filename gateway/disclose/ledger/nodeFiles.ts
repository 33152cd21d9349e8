import { constants, writeSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { LedgerFile, LedgerFiles, LedgerHeadFile } from './LedgerFiles.ts'

const { O_CREAT, O_DSYNC, O_EXCL, O_RDWR } = constants

/** The files of this machine, made for the user of this process alone. */
export const nodeFiles: LedgerFiles = Object.freeze({
  open: openFile,
  openHead,

  async syncDirectory(path: string) {
    await using directory = await open(path, 'r')
    await directory.sync()
  },
})

const mode = 0o600

/** Through to the disk in one call: to write and then to sync takes the pool of threads, and a turn of the event loop, twice. */
async function openFile(path: string, flags: 'r+' | 'wx'): Promise<LedgerFile> {
  const handle = await open(path, O_RDWR | O_DSYNC | (flags === 'wx' ? O_CREAT | O_EXCL : 0), mode)
  return {
    async write(bytes, position) {
      // On a disk that is nearly full, a part is written, and only the next attempt fails.
      for (let done = 0; done < bytes.length;) {
        done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten
      }
    },
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  }
}

async function openHead(path: string): Promise<LedgerHeadFile> {
  const handle = await open(path, O_RDWR | O_CREAT, mode)
  return {
    overwrite(bytes) {
      writeSync(handle.fd, bytes, 0, bytes.length, 0)
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}
