import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import type { LedgerFiles } from './LedgerFiles.ts'
import { anotherProcess } from './anotherProcess.ts'
import type { Chain, ChainEnd } from './createChain.ts'
import { headPath } from './headPath.ts'

export interface HeadOptions {
  readonly directory: string
  readonly chain: Chain
  readonly files: LedgerFiles
  /** What the head said before the chain was read; undefined where there was none. */
  readonly found: ChainEnd | undefined
  /** The last entry of the chain. */
  readonly last: ChainEnd
}

/** The head of a ledger that this process writes. */
export interface Head {
  readonly isInPlace: () => boolean
  /** Whether it says what this process wrote last. */
  readonly isAsSaid: () => boolean
  /** Says what the last entry is, in this turn of the event loop, and throws where it cannot. */
  readonly write: (end: ChainEnd) => void
  readonly close: () => Promise<void>
}

/** Bytes of a name that no other process gives itself: eleven characters. */
const nameBytes = 8

/**
 * Writes the head anew, on disk, with a name that this process gives itself: another one that writes the ledger as well, where no
 * lock keeps it from that, finds it there before it tells anybody of its next entry. Throws an EnvironmentError when the other one
 * has written an entry since the head was read: then what was read of the chain is not its end.
 */
export async function takeHead(options: HeadOptions): Promise<Head> {
  const { directory, chain, files, last } = options
  const name = randomBytes(nameBytes).toString('base64url')
  const file = await files.openHead(headPath(directory))
  /** Null after a failed write, when nobody knows what it says. */
  let said: Buffer | null = null

  function write(end: ChainEnd): void {
    const text = Buffer.from(chain.writeHead(end, name))
    said = null
    file.overwrite(text)
    said = text
  }

  try {
    if (!isAsFound(file.read(), options)) throw new EnvironmentError(anotherProcess)
    write(last)
    // On disk before there is a segment: without it, none is believed.
    await file.sync()
    await files.syncDirectory(directory)
    await files.syncDirectory(dirname(directory))
  } catch (error) {
    await file.close()
    throw error
  }

  return {
    isInPlace: file.isInPlace,
    isAsSaid: () => said === null || file.read().equals(said),
    write,
    close: file.close,
  }
}

function isAsFound(bytes: Buffer, { chain, found }: HeadOptions): boolean {
  if (found === undefined) return bytes.length === 0
  return chain.readHead(bytes.toString('latin1'))?.hash === found.hash
}
