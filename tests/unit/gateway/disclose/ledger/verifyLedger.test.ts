import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { longestLine } from '../../../../../gateway/disclose/ledger/longestLine.ts'
import type { LedgerReport } from '../../../../../gateway/disclose/ledger/verifyLedger.ts'
import { verifyLedger } from '../../../../../gateway/disclose/ledger/verifyLedger.ts'
import { anyLedgerChange } from '../../../../support/anyLedgerChange.ts'
import type { FilesByName, LedgerChange } from '../../../../support/anyLedgerChange.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

/** Writes groups of so many entries each. */
async function fill(groups: readonly number[], segmentBytes: number): Promise<void> {
  const open = await ledger.open({ segmentBytes })
  for (const entries of groups)
    await Promise.all(Array.from({ length: entries }, (_, index) => open.append(makeDisclosure({ at: index * 1000 }))))
  await open.close()
}

function read(): FilesByName {
  const names = readdirSync(ledger.directory)
    .filter((name) => name !== 'lock.sqlite')
    .toSorted()
  return new Map(names.map((name) => [name, readFileSync(join(ledger.directory, name))]))
}

const groupSizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 })
const fewOrManySegments = fc.constantFrom(1, 2000, 100_000)
const manyChanges = fc.array(anyLedgerChange, { minLength: 20, maxLength: 20 })

/** What is found in a directory with these files. */
async function verifyFiles(files: FilesByName, from?: number): Promise<LedgerReport> {
  const directory = mkdtempSync(join(tmpdir(), 'satu-atap-changed-'))
  for (const [name, bytes] of files) writeFileSync(join(directory, name), bytes)
  const report = await verifyLedger({ directory, secret: ledger.secret, from })
  rmSync(directory, { recursive: true })
  return report
}

describe('any one change of a ledger', () => {
  it('is found', async () => {
    await fc.assert(
      fc.asyncProperty(groupSizes, fewOrManySegments, manyChanges, async (groups, segmentBytes, tried) => {
        rmSync(ledger.directory, { recursive: true, force: true })
        await fill(groups, segmentBytes)
        const whole = read()
        expect(await ledger.verify()).toMatchObject({ isWhole: true })
        await expectAllFound(whole, tried)
      }),
      { numRuns: 25 },
    )
  })

  it('is found also where segments at the beginning were archived', async () => {
    await fc.assert(
      fc.asyncProperty(groupSizes, fc.nat(), manyChanges, async (groups, archived, tried) => {
        rmSync(ledger.directory, { recursive: true, force: true })
        await fill(groups, 2000)
        const whole = read()
        const names = [...whole.keys()].filter((name) => name.endsWith('.jsonl'))
        const from = (archived % names.length) + 1
        for (const name of names.slice(0, from - 1)) whole.delete(name)
        expect(await verifyFiles(whole, from)).toMatchObject({ isWhole: true })
        await expectAllFound(whole, tried, from)
      }),
      { numRuns: 25 },
    )
  })
})

async function expectAllFound(whole: FilesByName, tried: readonly LedgerChange[], from?: number): Promise<void> {
  const changed = tried.flatMap(({ change, apply }) => {
    const files = apply(whole)
    return files === null ? [] : [{ change, files }]
  })
  for (const { change, files } of changed) expect([change, await verifyFiles(files, from)]).toEqual([change, found])
}

const found = { isWhole: false, lines: expect.any(Array) }

describe('the report', () => {
  const spoil = (name: string, how: (lines: string[]) => readonly string[]) => {
    const path = join(ledger.directory, name)
    writeFileSync(path, `${how(readFileSync(path, 'utf8').trimEnd().split('\n')).join('\n')}\n`)
  }

  it('says how much there is, and what to write down elsewhere', async () => {
    await fill([3, 2], 1)
    const { isWhole, lines } = await ledger.verify()
    expect(isWhole).toBe(true)
    expect(lines).toEqual([
      'The ledger is whole: 5 entries in 2 segments (1 to 2).',
      'From 1970-01-01T00:00:00.000Z to 1970-01-01T00:00:01.000Z.',
      expect.stringMatching(/^The last entry is 5, its hash [\w-]{43}\.$/),
    ])
  })

  it('of an empty ledger says so', async () => {
    await fill([], 1)
    expect(await ledger.verify()).toEqual({ isWhole: true, lines: ['The ledger is whole: 0 entries in 0 segments.'] })
  })

  it.each<readonly [string, (lines: string[]) => readonly string[], readonly string[]]>([
    [
      'changed',
      (lines) => lines.with(2, (lines[2] ?? '').replace('LTSA', 'BP2MI')),
      ['Entry 3 was changed, or something was put in front of it.'],
    ],
    [
      'changed at the end',
      (lines) => lines.with(5, 'a'),
      ['Entry 6 was changed, or something was put in front of it.'],
    ],
    ['removed', (lines) => lines.toSpliced(2, 2), ['Entries 3 to 4 are missing.']],
    ['duplicated', (lines) => lines.toSpliced(2, 0, lines[1] ?? ''), ['Entry 2 stands where entry 3 should.']],
    [
      'swapped',
      (lines) => [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)],
      ['Entry 1 is missing.', 'Entry 1 stands where entry 3 should.'],
    ],
    ['inserted', (lines) => lines.toSpliced(2, 0, 'a'), ['Entry 3 was changed, or something was put in front of it.']],
    ['removed at the end', (lines) => lines.slice(0, -1), ['Entry 6 is missing.']],
    [
      'added at the end',
      (lines) => [...lines, 'a'],
      ['What follows entry 6 is no entry. After a power failure that may be so; the gateway cuts it when it starts.'],
    ],
  ])('says which entry was %s', async (_what, how, flaws) => {
    await fill([1, 1, 1, 1, 1, 1], 100_000)
    spoil('000001.jsonl', how)
    expect(await ledger.verify()).toEqual({ isWhole: false, lines: ['The ledger is not whole.', ...flaws] })
  })

  it('says what of the head and of the segments is wrong', async () => {
    await fill([1, 1, 1, 1, 1], 1)
    for (const removed of [2, 3]) rmSync(join(ledger.directory, `00000${removed}.jsonl`))
    rmSync(join(ledger.directory, 'head.json'))
    const { lines } = await ledger.verify()
    expect(lines).toEqual([
      'The ledger is not whole.',
      'The head is missing.',
      'Segments 2 to 3 are missing.',
      'Entries 2 to 3 are missing.',
    ])
  })

  it('finds an entry put in the place of another with a hash of its own', async () => {
    await fill([1, 1, 1], 100_000)
    const other = openTestLedger()
    const open = await other.open()
    for (const operation of ['one', 'two', 'three']) await open.append(makeDisclosure({ operation }))
    await open.close()
    const foreign = readFileSync(join(other.directory, '000001.jsonl'), 'utf8').split('\n')
    spoil('000001.jsonl', (lines) => lines.with(1, foreign[1] ?? ''))
    expect((await ledger.verify()).lines).toContain('Entry 2 does not follow from the one before it.')
    copyFileSync(join(other.directory, '000001.jsonl'), join(ledger.directory, '000001.jsonl'))
    expect((await ledger.verify()).lines).toContain('Entry 3 is not the one that the head knows.')
    other.remove()
  })

  it('begins where it is told to, and says so when there is no such segment', async () => {
    await fill([1, 1, 1], 1)
    expect((await ledger.verify(2)).lines[0]).toBe('The ledger is whole: 2 entries in 2 segments (2 to 3).')
    expect((await ledger.verify(4)).lines).toContain('There is no segment 4.')
    spoil('000002.jsonl', () => ['a'])
    expect((await ledger.verify(2)).lines).toContain(
      'The first entry was changed, or something was put in front of it.',
    )
  })

  it('is made without holding a file that is one long line', async () => {
    await fill([1, 1], 100_000)
    spoil('000001.jsonl', (lines) => [...lines, 'x'.repeat(longestLine * 3)])
    expect(await ledger.verify()).toMatchObject({ isWhole: false })
  })

  it('tells a few flaws where there are thousands', async () => {
    await fill(
      Array.from({ length: 60 }, () => 1),
      100_000,
    )
    spoil('000001.jsonl', (lines) => lines.filter((_, index) => index % 2 === 0))
    expect((await ledger.verify()).lines).toHaveLength(21)
  })

  it('is right while the ledger is written', async () => {
    const open = await ledger.open({ segmentBytes: 20_000 })
    const writing = new Set(
      Array.from({ length: 8 }, async () => {
        for (let entry = 0; entry < 100; entry += 1) await open.append(makeDisclosure())
      }),
    )
    for (const one of writing) void one.finally(() => writing.delete(one))
    while (writing.size > 0) expect(await ledger.verify()).toMatchObject({ isWhole: true })
    await open.close()
    expect((await ledger.verify()).lines[0]).toMatch(/800 entries/)
  })
})
