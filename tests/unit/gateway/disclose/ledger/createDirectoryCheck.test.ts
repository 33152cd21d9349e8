import { linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createDirectoryCheck } from '../../../../../gateway/disclose/ledger/createDirectoryCheck.ts'

let around: string
let directory: string
let now = 0
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'satu-atap-directory-'))
  directory = join(around, 'ledger')
  mkdirSync(directory)
  writeFileSync(pathOf('file'), 'as it was')
  now = 0
})
afterEach(() => {
  rmSync(around, { recursive: true, force: true })
})

const pathOf = (name: string): string => join(directory, name)

/** A check of the directory, which has been at rest for long. */
function openAtRest(): () => boolean {
  const isAtRest = createDirectoryCheck(directory, () => now)
  for (const milliseconds of [0, 2001]) {
    now += milliseconds
    isAtRest()
  }
  return isAtRest
}

describe('a directory', () => {
  it('is not at rest before it was looked at, nor for two seconds afterwards', () => {
    const isAtRest = createDirectoryCheck(directory, () => now)
    const seen = [0, 1, 1999, 1, 500, 1].map((milliseconds) => {
      now += milliseconds
      return isAtRest()
    })
    expect(seen).toEqual([false, false, false, false, true, true])
  })

  it('is at rest whatever is written to its files', () => {
    const isAtRest = openAtRest()
    writeFileSync(pathOf('file'), 'something else, and longer')
    expect(isAtRest()).toBe(true)
  })

  it.each([
    ['a file was made in it', () => writeFileSync(pathOf('another'), '')],
    ['a file was removed from it', () => rmSync(pathOf('file'))],
    ['a file was moved within it', () => renameSync(pathOf('file'), pathOf('moved'))],
    [
      'a file was put in the place of another',
      () => {
        writeFileSync(join(around, 'other'), '')
        renameSync(join(around, 'other'), pathOf('file'))
      },
    ],
    [
      'a file was put back',
      () => {
        linkSync(pathOf('file'), join(around, 'file'))
        rmSync(pathOf('file'))
        linkSync(join(around, 'file'), pathOf('file'))
      },
    ],
    [
      'another directory came into its place',
      () => {
        renameSync(directory, join(around, 'ours'))
        mkdirSync(directory)
      },
    ],
  ])('is not at rest once %s, and for two seconds afterwards', (_what, change) => {
    const isAtRest = openAtRest()
    expect(isAtRest()).toBe(true)
    change()
    expect(isAtRest()).toBe(false)
    now += 2000
    expect(isAtRest()).toBe(false)
    now += 1
    expect(isAtRest()).toBe(false)
    expect(isAtRest()).toBe(true)
  })

  it('is not at rest at the first look after a step of two seconds in which it was changed twice', () => {
    const isAtRest = createDirectoryCheck(directory, () => now)
    const seen = [10, 1490, 550, 1].map((milliseconds) => {
      now += milliseconds
      return isAtRest()
    })
    // What changed at 1,900 has the time of what changed at 0, where times are counted in steps of two seconds.
    expect(seen).toEqual([false, false, false, true])
  })

  it('is never at rest where it is not there', () => {
    const isAtRest = openAtRest()
    rmSync(directory, { recursive: true })
    expect(isAtRest()).toBe(false)
    now += 10_000
    expect(isAtRest()).toBe(false)
  })
})
