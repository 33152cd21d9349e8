import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { link, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import { codeOf } from '../../../platform/codeOf.ts'
import { anotherProcess } from './anotherProcess.ts'
import { createPlaceCheck } from './createPlaceCheck.ts'

/** A directory that belongs to this process. */
export interface Lock {
  readonly path: string
  /** Whether the file that is locked still lies there: another one that came into its place keeps nobody out. */
  readonly isInPlace: () => boolean
  readonly release: () => void
}

/** Milliseconds in which those who ask at the same moment give way to one of them. */
const patience = 200

/** What SQLite says where another one has the lock: SQLITE_BUSY. */
const busy = 5

/**
 * Takes a directory for this process, or throws an EnvironmentError when another one has it. The lock is the kernel's, on an empty
 * file that is never removed; SQLite asks for it, since Node has no call that does. Whoever holds it is alive: the kernel lets go of
 * it when a process ends, however that comes, so none is ever left behind that would have to be judged and taken over.
 */
export async function takeLock(directory: string): Promise<Lock> {
  const path = join(directory, 'lock.sqlite')
  await makeFile(path)
  const database = new DatabaseSync(path, { timeout: patience })
  try {
    // Nothing is ever written. A journal on disk would be a second file.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    const isInPlace = createPlaceCheck(path, statSync(path, { bigint: true }))
    return { path, isInPlace, release: () => database.close() }
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    throw new EnvironmentError(anotherProcess)
  }
}

/**
 * Makes the file for the user of this process alone, and says in the words of the operating system why it cannot. It appears when
 * nothing has it open any more: to close any handle of a file lets go of every lock that the process has on it.
 */
async function makeFile(path: string): Promise<void> {
  if (existsSync(path)) return
  const own = `${path}.${randomUUID()}`
  await writeFile(own, '', { mode: 0o600 })
  try {
    await link(own, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(own)
  }
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy
}
