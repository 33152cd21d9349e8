import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createFaultyFiles } from '../../../../support/createFaultyFiles.ts'
import type { FaultyFiles } from '../../../../support/createFaultyFiles.ts'
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

describe('a disk that fails', () => {
  it.each([
    ['write', 'ENOSPC'],
    ['halfWrite', 'ENOSPC'],
    ['write', 'EIO'],
    ['write', 'EROFS'],
  ] as const)('at %s with %s refuses entries, is logged once, and is used again once it works', async (where, code) => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    await open.append(makeDisclosure())
    expect(open.state()).toEqual({ writable: true })
    files.setFaults({ [where]: code })
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(Promise.all([1, 2].map(() => open.append(makeDisclosure())))).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual({ writable: false, reason: code })
    expect(await ledger.verify()).toMatchObject({ isWhole: true })
    expect(ledger.linesOf()).toHaveLength(1)
    files.setFaults({})
    await open.append(makeDisclosure())
    expect(open.state()).toEqual({ writable: true })
    await open.close()
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (1 to 1).')
    expect(ledger.lines.map(({ level, message }) => [level, message]).slice(1)).toEqual([
      ['error', 'the ledger cannot be written, and no records leave'],
      ['info', 'the ledger can be written again'],
    ])
  })

  it('cuts back before it writes again when it could not at once', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    await open.append(makeDisclosure())
    files.setFaults({ halfWrite: 'EIO', truncate: 'EIO' })
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(open.append(makeDisclosure({ operation: 'Long'.repeat(1000) }))).rejects.toEqual(ledgerUnavailable)
    files.setFaults({})
    await open.append(makeDisclosure())
    await open.close()
    const { lines } = await ledger.verify()
    // A third and last line: nothing is behind the last entry.
    expect(lines).toEqual([expect.stringContaining('whole: 2 entries'), expect.anything(), expect.anything()])
  })

  it('leaves what can be opened again when it was closed meanwhile', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    await open.append(makeDisclosure())
    files.setFaults({ halfWrite: 'EIO', truncate: 'EIO' })
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    await open.close()
    expect((await ledger.verify()).lines.at(-1)).toMatch(/^An entry behind it is being written/)
    await ledger.fill(1)
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (1 to 1).')
  })

  it.each(['open', 'syncDirectory'] as const)(
    'when a segment is begun, at %s, leaves no half segment',
    async (where) => {
      const files = createFaultyFiles()
      const open = await ledger.open({ files, segmentBytes: 1 })
      await open.append(makeDisclosure())
      files.setFaults({ [where]: 'ENOSPC' })
      await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
      files.setFaults({})
      await open.append(makeDisclosure())
      await open.close()
      expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 2 segments (1 to 2).')
    },
  )

  it.each(['syncDirectory', 'write'] as const)(
    'when a segment is begun, at %s, leaves a segment that a gateway goes on in when this one is closed meanwhile',
    async (where) => {
      const files = createFaultyFiles()
      const open = await ledger.open({ files, segmentBytes: 1 })
      await open.append(makeDisclosure())
      files.setFaults({ [where]: 'EIO' })
      for (let attempt = 0; attempt < 2; attempt += 1)
        await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
      await open.close()
      expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 1 entry in 2 segments (1 to 2).')
      await ledger.fill(1)
      expect(ledger.linesOf(2)).toHaveLength(1)
    },
  )

  it('when the segment before the one begun is closed keeps nobody from an answer', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files, segmentBytes: 1 })
    await open.append(makeDisclosure())
    files.setFaults({ close: 'EIO' })
    await open.append(makeDisclosure())
    await open.append(makeDisclosure())
    files.setFaults({})
    await open.close()
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 3 entries in 3 segments (1 to 3).')
  })

  it('that takes the entry but not the head refuses the entry and keeps it', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    files.setFaults({ overwrite: 'EIO' })
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    files.setFaults({})
    await open.append(makeDisclosure())
    await open.close()
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (1 to 1).')
  })

  it('by not answering holds nobody for longer than the signal, and nobody new after five seconds', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
    const files = createFaultyFiles()
    let now = 1000
    const open = await ledger.open({ files, clock: () => now })
    const release = files.hold()
    const leaving = new AbortController()
    const held = open.append(makeDisclosure(), leaving.signal)
    const patient = open.append(makeDisclosure())
    await groupOf(files)
    leaving.abort()
    await expect(held).rejects.toEqual(ledgerUnavailable)
    jest.advanceTimersByTime(4999)
    expect(open.state()).toEqual({ writable: true })
    jest.advanceTimersByTime(1)
    expect(open.state()).toEqual({ writable: false, reason: 'HANGS' })
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    now += 7000
    release()
    await patient
    expect(open.state()).toEqual({ writable: true })
    expect(ledger.lines.slice(1)).toEqual([
      { level: 'error', message: expect.stringContaining('cannot be written'), fields: { reason: 'HANGS' } },
      { level: 'info', message: 'the ledger can be written again', fields: { milliseconds: 7000 } },
    ])
    expect(jest.getTimerCount()).toBe(0)
    await open.close()
  })

  it('by failing after it did not answer is logged once', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    const release = files.hold()
    files.setFaults({ overwrite: 'EIO' })
    const failed = open.append(makeDisclosure())
    await groupOf(files)
    jest.advanceTimersByTime(5000)
    release()
    await expect(failed).rejects.toEqual(ledgerUnavailable)
    expect(open.state()).toEqual({ writable: false, reason: 'EIO' })
    expect(ledger.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
    files.setFaults({})
    await open.append(makeDisclosure())
    await open.close()
    expect(ledger.lines.at(-1)).toMatchObject({ level: 'info', message: 'the ledger can be written again' })
  })

  it('by not answering does not keep the process alive with a timer', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
    const before = timers()
    const release = files.hold()
    const held = open.append(makeDisclosure())
    await groupOf(files)
    expect(timers()).toBe(before)
    release()
    await held
    await open.close()
  })
})

/** Until a group has begun to be written. */
async function groupOf(files: FaultyFiles): Promise<void> {
  const begun = files.operations.length
  while (!files.operations.slice(begun).includes('write')) await new Promise(setImmediate)
}
