import { readFile } from 'node:fs/promises'
import { codeOf } from '../../../platform/codeOf.ts'
import type { Chain, ChainEnd } from './createChain.ts'
import { headPath } from './headPath.ts'

/** It is rewritten while it is read, so that a reader may meet half of one and half of another. */
const tries = 5

/** The last entry that the head knows of; `missing` where there is no head, `changed` where it is not as it was written. */
export async function readHead(directory: string, chain: Chain): Promise<ChainEnd | 'missing' | 'changed'> {
  for (let left = tries; left > 0; left -= 1) {
    const text = await readText(headPath(directory))
    // Empty: made, and the process ended before it wrote.
    if (text === undefined || text === '') return 'missing'
    const head = chain.readHead(text)
    if (head !== null) return head
  }
  return 'changed'
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'latin1')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
