import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { forgetSegments } from '../../../../support/forgetSegments.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

/** Bytes of a segment that has three entries. */
const three = 1400

function keep(number: number, which: (lines: string[]) => readonly string[]): void {
  const lines = which(ledger.linesOf(number))
  writeFileSync(ledger.segment(number), lines.map((line) => `${line}\n`).join(''))
}

describe('where segments at the beginning were archived', () => {
  beforeEach(async () => {
    await ledger.fill(12, three)
    for (const number of [1, 2]) rmSync(ledger.segment(number))
  })

  it('the ledger is whole', async () => {
    expect((await ledger.verify(3)).lines[0]).toBe('The ledger is whole: 6 entries in 2 segments (3 to 4).')
  })

  it.each([
    ['the first entry', (lines: string[]) => lines.slice(1), 'Entry 7 is missing.'],
    ['all entries but the last', (lines: string[]) => lines.slice(2), 'Entries 7 to 8 are missing.'],
    ['every entry', () => [], 'All entries of segment 3 are missing.'],
  ])(
    '%s of the first segment that stayed cannot be taken away unseen, nor can a gateway start',
    async (_, which, flaw) => {
      keep(3, which)
      expect(await ledger.verify(3)).toEqual({ isWhole: false, lines: ['The ledger is not whole.', flaw] })
      await expect(ledger.open()).rejects.toThrow(flaw)
    },
  )

  it('another segment cannot be put in the place of the first that stayed', async () => {
    renameSync(ledger.segment(4), ledger.segment(3))
    expect(await ledger.verify(3)).toEqual({
      isWhole: false,
      lines: ['The ledger is not whole.', 'Entry 10 stands in segment 3 and was written in segment 4.'],
    })
    await expect(ledger.open()).rejects.toThrow('Entry 10 stands in segment 3')
  })

  it('an entry cannot be moved from the end of one segment to the beginning of the next', async () => {
    const [moved = ''] = ledger.linesOf(3).slice(-1)
    keep(3, (lines) => lines.slice(0, -1))
    keep(4, (lines) => [moved, ...lines])
    expect((await ledger.verify(3)).lines).toContain('Entry 9 stands in segment 4 and was written in segment 3.')
  })
})

describe('a ledger whose entries do not say in which segment they stand', () => {
  beforeEach(async () => {
    await ledger.fill(5, three)
    forgetSegments(ledger.directory, ledger.secret)
  })

  it('is read, and gone on with, in the same segment and in others', async () => {
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 5 entries in 2 segments (1 to 2).')
    expect((await ledger.verify(2)).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (2 to 2).')
    await ledger.fill(4, three)
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 9 entries in 3 segments (1 to 3).')
    expect(ledger.linesOf(2).map((line) => /"segment":2,"first":4,/.test(line))).toEqual([false, false, true])
    expect(ledger.linesOf(3)[0]).toContain('"segment":3,"first":7,')
  })

  it('has none taken away unseen at the beginning of the segment that was gone on with', async () => {
    await ledger.fill(4, three)
    rmSync(ledger.segment(1))
    keep(2, (lines) => lines.slice(1))
    expect(await ledger.verify(2)).toEqual({
      isWhole: false,
      lines: ['The ledger is not whole.', 'Entry 4 is missing.'],
    })
    await expect(ledger.open()).rejects.toThrow('Entry 4 is missing.')
  })
})
