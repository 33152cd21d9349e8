import { constants, readSync, writeSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { LedgerFile, LedgerFiles, LedgerHeadFile } from './LedgerFiles.ts'
import { createPlaceCheck } from './createPlaceCheck.ts'

const { O_CREAT, O_DSYNC, O_EXCL, O_RDWR } = constants

/** The files of this machine, made for the user of this process alone. */
export const nodeFiles: LedgerFiles = Object.freeze({
  open: openFile,
  openHead,

  async syncDirectory(path: string) {
    await using directory = await open(path, 'r')
    await directory.sync()
  },

  async reach(path: string) {
    await stat(path).catch(() => undefined)
  },
})

const mode = 0o600

/** More than a head has. */
const readBytes = 256

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
    isInPlace: createPlaceCheck(path, await handle.stat({ bigint: true })),
    close: () => handle.close(),
  }
}

async function openHead(path: string): Promise<LedgerHeadFile> {
  const handle = await open(path, O_RDWR | O_CREAT, mode)
  return {
    isInPlace: createPlaceCheck(path, await handle.stat({ bigint: true })),
    read() {
      const bytes = Buffer.allocUnsafe(readBytes)
      return bytes.subarray(0, readSync(handle.fd, bytes, 0, readBytes, 0))
    },
    overwrite(bytes) {
      writeSync(handle.fd, bytes, 0, bytes.length, 0)
    },
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}
