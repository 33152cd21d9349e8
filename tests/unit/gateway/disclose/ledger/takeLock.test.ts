import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { takeLock } from '../../../../../gateway/disclose/ledger/takeLock.ts'
import { EnvironmentError } from '../../../../../platform/EnvironmentError.ts'

let directory: string
const lock = () => join(directory, 'lock.sqlite')
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'satu-atap-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('the lock of a directory', () => {
  it('is one empty file, for the user of the process alone, and can be taken again once it was released', async () => {
    const held = await takeLock(directory)
    expect(readdirSync(directory)).toEqual(['lock.sqlite'])
    expect(statSync(lock())).toMatchObject({ size: 0, mode: 0o100600 })
    held.release()
    const again = await takeLock(directory)
    again.release()
    expect(readdirSync(directory)).toEqual(['lock.sqlite'])
  })

  it('is refused to a second one, with a sentence that says what is allowed', async () => {
    const held = await takeLock(directory)
    await expect(takeLock(directory)).rejects.toThrow(EnvironmentError)
    await expect(takeLock(directory)).rejects.toThrow('a directory of its own for every gateway')
    expect(readdirSync(directory)).toEqual(['lock.sqlite'])
    held.release()
  })

  it('goes to one of many who ask at once', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => takeLock(directory)))
    const taken = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(taken).toHaveLength(1)
    taken[0]?.release()
  })

  it('cannot be taken on what is no lock, or where there is no directory, and is not said to be held', async () => {
    writeFileSync(lock(), 'something else')
    await expect(takeLock(directory)).rejects.toThrow('file is not a database')
    await expect(takeLock(join(directory, 'nowhere'))).rejects.toThrow('ENOENT')
  })
})
