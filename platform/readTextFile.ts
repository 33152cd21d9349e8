import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { TooLargeError } from './TooLargeError.ts'
import { untilAborted } from './untilAborted.ts'

/** What to do instead of waiting for ever: for a disk that does not answer, and, at once, for a pipe that nobody writes to. */
const patience = 10_000

/**
 * Reads a file of UTF-8. Rejects with the operating system's error, with another one where it is no regular file or has more bytes
 * than it may, and after ten seconds.
 */
export async function readTextFile(path: string, mostBytes: number): Promise<string> {
  return untilAborted(read(path, mostBytes), AbortSignal.timeout(patience))
}

async function read(path: string, mostBytes: number): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const status = await file.stat()
  if (!status.isFile()) throw new Error('It is no regular file.')
  if (status.size > mostBytes) throw new TooLargeError()
  return await file.readFile('utf8')
}
