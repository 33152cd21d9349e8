import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createFilesCheck } from '../../../../../gateway/disclose/ledger/createFilesCheck.ts'
import { nodeFiles } from '../../../../../gateway/disclose/ledger/nodeFiles.ts'
import { createFaultyFiles } from '../../../../support/createFaultyFiles.ts'
import { ledgerUnavailable } from '../../../../support/ledgerUnavailable.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => {
  jest.useRealTimers()
  ledger.remove()
})

const replaced = { writable: false, reason: 'REPLACED' }
const pathOf = (name: string): string => join(ledger.directory, name)
const aside = (name: string): string => join(dirname(ledger.directory), name)
const head = 'head.json'
const segment = '000001.jsonl'
const lock = 'lock.sqlite'

/** Puts a copy of a file in its place, as whoever may write in the directory can. */
function replace(name: string): void {
  copyFileSync(pathOf(name), aside(name))
  renameSync(pathOf(name), aside(`${name}.ours`))
  renameSync(aside(name), pathOf(name))
}

const replacements = () => ledger.lines.filter(({ message }) => message.startsWith('the files of the ledger'))

describe('a file of the ledger that another one was put in the place of', () => {
  it.each([segment, head, lock])('lets no answer leave until a restart, and is named in the log: %s', async (name) => {
    const open = await ledger.open()
    await open.append(makeDisclosure())
    const { hash } = JSON.parse(ledger.linesOf()[0] ?? '') as { readonly hash: string }
    replace(name)
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual(replaced)
    // To put the right one back does not tell what was written to the other.
    renameSync(aside(`${name}.ours`), pathOf(name))
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual(replaced)
    await open.close()
    expect(replacements()).toEqual([
      {
        level: 'error',
        message: 'the files of the ledger were replaced, and no records leave until a restart',
        fields: { reason: 'REPLACED', file: name, entries: 1, hash },
      },
    ])
    await ledger.fill(1)
    expect(await ledger.verify()).toMatchObject({ isWhole: true })
  })

  it('is known by the number and hash in the log where older copies pass for a whole ledger', async () => {
    const open = await ledger.open()
    for (let entry = 0; entry < 3; entry += 1) await open.append(makeDisclosure())
    for (const name of [segment, head]) copyFileSync(pathOf(name), aside(name))
    for (let entry = 0; entry < 4; entry += 1) await open.append(makeDisclosure())
    for (const name of [segment, head]) renameSync(aside(name), pathOf(name))
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    await open.close()
    expect((await ledger.verify()).lines[0]).toContain('3 entries')
    expect(replacements()).toMatchObject([{ fields: { entries: 7 } }])
    await (await ledger.open()).close()
    expect(ledger.lines.at(-1)).toMatchObject({ message: 'the ledger is open', fields: { entries: 3 } })
  })

  it('is noticed before those are told whose entries were being written, and those who wait behind them', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    await open.append(makeDisclosure())
    const release = files.hold()
    const before = files.operations.length
    const writing = open.append(makeDisclosure())
    while (!files.operations.slice(before).includes('write')) await new Promise(setImmediate)
    const waiting = open.append(makeDisclosure())
    replace(segment)
    release()
    await expect(writing).rejects.toEqual(ledgerUnavailable)
    await expect(waiting).rejects.toEqual(ledgerUnavailable)
    expect(files.operations.slice(before)).toEqual(['write'])
    await open.close()
    expect((await ledger.verify()).lines[0]).toContain('1 entry')
  })

  it('is told of when the ledger is closed, where no answer came after it', async () => {
    const open = await ledger.open()
    await open.append(makeDisclosure())
    replace(head)
    await open.close()
    expect(replacements()).toHaveLength(1)
  })

  it('is told of also where the ledger could not be written before', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    files.setFaults({ write: 'ENOSPC' })
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    files.setFaults({})
    replace(lock)
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual(replaced)
    await open.close()
    expect(ledger.lines.map(({ level }) => level)).toEqual(['info', 'error', 'error'])
  })

  it('is noticed where the head is the same file and says what it said before', async () => {
    const open = await ledger.open()
    await open.append(makeDisclosure())
    const older = readFileSync(pathOf(head))
    await open.append(makeDisclosure())
    writeFileSync(pathOf(head), older)
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(replacements()).toMatchObject([{ fields: { file: head, entries: 2 } }])
    await open.close()
    expect(ledger.linesOf()).toHaveLength(2)
  })
})

describe('a ledger that was removed', () => {
  it.each([
    ['the segment', () => rmSync(ledger.segment())],
    ['the head', () => rmSync(pathOf(head))],
    ['the lock', () => rmSync(pathOf(lock))],
    ['the directory', () => rmSync(ledger.directory, { recursive: true })],
    ['the directory, to another place', () => renameSync(ledger.directory, aside('moved'))],
  ])('lets no answer leave: %s', async (_what, remove) => {
    const open = await ledger.open()
    await open.append(makeDisclosure())
    remove()
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual(replaced)
    await open.close()
    expect(replacements()).toHaveLength(1)
  })

  it('lets no answer leave where the segment was begun by the very group', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    const release = files.hold()
    const writing = open.append(makeDisclosure())
    while (!files.operations.includes('write')) await new Promise(setImmediate)
    rmSync(ledger.segment())
    release()
    await expect(writing).rejects.toEqual(ledgerUnavailable)
    await open.close()
    expect(replacements()).toMatchObject([{ fields: { file: segment, entries: 0 } }])
  })
})

describe('a ledger in whose directory nothing happens', () => {
  /** Opens it, and writes entries until its directory has been at rest for a while. */
  async function openAtRest(): Promise<{ readonly append: () => Promise<void>; readonly close: () => Promise<void> }> {
    let now = 1000
    const open = await ledger.open({ now: () => now })
    async function append(): Promise<void> {
      now += 700
      await open.append(makeDisclosure())
    }
    for (let entry = 0; entry < 5; entry += 1) await append()
    return { append, close: open.close }
  }

  it.each([
    ['the segment was replaced', () => replace(segment)],
    ['the head was replaced', () => replace(head)],
    ['the lock was replaced', () => replace(lock)],
    ['the segment was removed', () => rmSync(ledger.segment())],
    ['the directory was moved', () => renameSync(ledger.directory, aside('moved'))],
  ])('finds with the next group that %s', async (_what, change) => {
    const open = await openAtRest()
    change()
    await expect(open.append()).rejects.toEqual(ledgerUnavailable)
    await open.close()
    expect(replacements()).toMatchObject([{ fields: { entries: 5 } }])
  })

  it('does not look at each file for each group, but once a second', async () => {
    let now = 0
    let looks = 0
    const part = { path: pathOf(lock), isInPlace: () => (looks += 1) > 0 }
    const check = createFilesCheck({
      directory: ledger.directory,
      files: nodeFiles,
      lock: part,
      writer: { path: ledger.segment, isInPlace: part.isInPlace },
      head: { isInPlace: part.isInPlace, isAsSaid: () => true },
      now: () => now,
    })
    await ledger.fill(1)
    async function looksIn(milliseconds: number): Promise<number> {
      now += milliseconds
      looks = 0
      await check.beforeWriting()
      check.beforeTelling()
      return looks
    }
    const seen = []
    for (const milliseconds of [0, 700, 700, 700, 1, 300, 700]) seen.push(await looksIn(milliseconds))
    expect(seen).toEqual([6, 6, 6, 3, 0, 3, 0])
  })
})

describe('a disk that is asked after a while', () => {
  it('and does not answer holds only those who wait for it', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
    const files = createFaultyFiles()
    let now = 1000
    const open = await ledger.open({ files, now: () => now })
    await open.append(makeDisclosure())
    const writes = files.operations.length
    now += 60_000
    const release = files.hold()
    const held = open.append(makeDisclosure())
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    jest.advanceTimersByTime(5000)
    expect(files.operations).toHaveLength(writes)
    expect(open.state()).toEqual({ writable: false, reason: 'HANGS' })
    release()
    await held
    expect(open.state()).toEqual({ writable: true })
    await open.close()
  })
})
