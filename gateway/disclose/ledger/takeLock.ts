import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../../../platform/codeOf.ts'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'

/** A directory that belongs to this process. */
export interface Lock {
  readonly release: () => Promise<void>
}

/** Once for a lock that was left behind, and once more for one that somebody else took at the same moment. */
const tries = 3

/**
 * Takes a directory for this process, or throws an EnvironmentError when another one has it. The lock of a process that has ended
 * counts for nothing, also where its number is that of another by now: it says when its process began.
 */
export async function takeLock(directory: string): Promise<Lock> {
  const path = join(directory, 'lock')
  const own = `${path}.${process.pid}`
  await writeFile(own, `${process.pid} ${await birthOf(process.pid)}\n`, { mode: 0o600 })
  try {
    for (let left = tries; left > 0; left -= 1) {
      if (await place(own, path)) return { release: () => rm(path, { force: true }) }
      if (await isHeld(path)) break
      await rm(path, { force: true })
    }
  } finally {
    await rm(own, { force: true })
  }
  throw new EnvironmentError(
    'LEDGER_PATH is the ledger of another process. Allowed is a directory of its own for every gateway.',
  )
}

/** A link appears with all that is in it, so nobody reads half a lock. */
async function place(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isHeld(path: string): Promise<boolean> {
  const [pid, birth = ''] = (await readText(path)).trim().split(' ')
  const holder = Number(pid)
  if (!(holder > 0) || !isRunning(holder)) return false
  const known = await birthOf(holder)
  if (known !== '' && birth !== '') return known === birth
  // Where nothing tells when a process began, as in a container that was restarted, our own number was another's.
  return holder !== process.pid
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** When a process began, in the ticks of Linux; an empty text where the system does not tell. */
async function birthOf(pid: number): Promise<string> {
  const text = await readText(`/proc/${pid}/stat`)
  // The name of the program stands in parentheses and may hold anything; what follows are the fields from the third on.
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}
