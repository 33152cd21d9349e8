import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createFaultyFiles } from '../../../../support/createFaultyFiles.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

const unavailable = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'LEDGER_UNAVAILABLE', retryable: true }),
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
      await expect(Promise.all([1, 2].map(() => open.append(makeDisclosure())))).rejects.toEqual(unavailable)
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
      await expect(open.append(makeDisclosure({ operation: 'Long'.repeat(1000) }))).rejects.toEqual(unavailable)
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
    await expect(open.append(makeDisclosure())).rejects.toEqual(unavailable)
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
      await expect(open.append(makeDisclosure())).rejects.toEqual(unavailable)
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
        await expect(open.append(makeDisclosure())).rejects.toEqual(unavailable)
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
    await expect(open.append(makeDisclosure())).rejects.toEqual(unavailable)
    files.setFaults({})
    await open.append(makeDisclosure())
    await open.close()
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (1 to 1).')
  })

  it('by not answering holds nobody for longer than the signal, and nobody new after five seconds', async () => {
    const files = createFaultyFiles()
    let now = 1000
    const open = await ledger.open({ files, clock: () => now })
    const release = files.hold()
    const begun = files.operations.length
    const leaving = new AbortController()
    const held = open.append(makeDisclosure(), leaving.signal)
    const patient = open.append(makeDisclosure())
    // Until the group has begun.
    while (files.operations.length < begun + 1) await new Promise(setImmediate)
    leaving.abort()
    await expect(held).rejects.toEqual(unavailable)
    now += 5000
    expect(open.state()).toEqual({ writable: true })
    now += 1
    expect(open.state()).toEqual({ writable: false, reason: 'HANGS' })
    await expect(open.append(makeDisclosure())).rejects.toEqual(unavailable)
    release()
    await patient
    expect(open.state()).toEqual({ writable: true })
    await open.close()
  })
})
