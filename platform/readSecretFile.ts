import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** What a file holds, or what is wrong with it, in words that complete "names a file that ...". */
export type SecretFile = { readonly text: string } | { readonly problem: string }

/** Bytes. */
const most = 65_536

/**
 * Reads a small file of text, as secrets are mounted, without the newline at its end. Waits for nothing: what is no regular
 * file cannot be read.
 */
export function readSecretFile(path: string): SecretFile {
  const bytes = readBytes(path)
  if (bytes === null) return { problem: 'cannot be read' }
  if (bytes.length > most) return { problem: 'is larger than 64 KiB' }
  const text = decode(bytes)?.replace(/\r?\n$/, '')
  if (text === undefined) return { problem: 'is no text in UTF-8' }
  return text === '' ? { problem: 'is empty' } : { text }
}

/** What the file holds, or of one that holds too much as much as shows that it does. */
function readBytes(path: string): Buffer | null {
  let file: number | undefined
  try {
    // Without waiting for somebody to write into it, should it be a pipe.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if (!fstatSync(file).isFile()) return null
    const bytes = Buffer.alloc(most + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null)
    }
    return bytes.subarray(0, length)
  } catch {
    return null
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
