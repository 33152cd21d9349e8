import { appendFileSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { EnvironmentError } from '../../../../../platform/EnvironmentError.ts'
import { createFaultyFiles } from '../../../../support/createFaultyFiles.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

describe('a start', () => {
  it.each([
    ['half a line', '{"sequence":4,"group":4,"prev'],
    ['lines that are none', '\u0000\u0000\u0000\n\u0000\u0000\n\u0000'],
  ])('cuts %s at the end, says so, and goes on', async (_what, torn) => {
    await ledger.fill(3)
    appendFileSync(ledger.segment(), torn)
    await ledger.fill(1)
    expect(ledger.lines.filter(({ level }) => level === 'warn')).toEqual([
      { level: 'warn', message: expect.stringContaining('was cut'), fields: { segment: 1 } },
    ])
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 4 entries in 1 segment (1 to 1).')
  })

  it('takes the room that a killed process left for what it is, and cuts it with what stands behind it', async () => {
    await ledger.fill(3)
    appendFileSync(ledger.segment(), `${' '.repeat(300_000)}${ledger.linesOf()[2]}\n`)
    expect(await ledger.verify()).toMatchObject({ isWhole: true, lines: { length: 3 } })
    await ledger.fill(1)
    expect(ledger.lines.filter(({ level }) => level === 'warn')).toEqual([])
    expect(readFileSync(ledger.segment(), 'utf8')).not.toContain('  ')
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 4 entries in 1 segment (1 to 1).')
  })

  it('takes half a line in front of room for what was being written, whatever stands behind it', async () => {
    await ledger.fill(3)
    const [first = '', , third = ''] = ledger.linesOf()
    appendFileSync(ledger.segment(), `${first.slice(0, 200)}${' '.repeat(300_000)}${third.slice(100)}\n${third}\n`)
    expect(await ledger.verify()).toMatchObject({ isWhole: true, lines: { length: 4 } })
    await ledger.fill(1)
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 4 entries in 1 segment (1 to 1).')
  })

  it('is refused when entries that the head knows were turned into room', async () => {
    await ledger.fill(3)
    const [first = '', ...others] = ledger.linesOf()
    writeFileSync(ledger.segment(), `${first}\n${' '.repeat(others.join('\n').length + 1)}`)
    await expect(ledger.open()).rejects.toThrow('Entries 2 to 3 are missing.')
  })

  it('cuts a group of which a part was not written, and keeps what is in front of that part', async () => {
    await ledger.fill(2)
    const head = readFileSync(join(ledger.directory, 'head.json'))
    const open = await ledger.open()
    await Promise.all([1, 2, 3, 4].map(() => open.append(makeDisclosure())))
    await open.close()
    // As after a power failure: the head on disk is older, and a page of the group is missing.
    writeFileSync(join(ledger.directory, 'head.json'), head)
    const lines = ledger.linesOf()
    writeFileSync(ledger.segment(), `${lines.with(4, '\u0000'.repeat(lines[4]?.length ?? 0)).join('\n')}\n`)
    await ledger.fill(1)
    expect(ledger.linesOf().slice(0, 4)).toEqual(lines.slice(0, 4))
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 5 entries in 1 segment (1 to 1).')
  })

  it('is refused when an entry was changed that the head does not know, where later groups are behind it', async () => {
    await ledger.fill(1)
    const head = readFileSync(join(ledger.directory, 'head.json'))
    await ledger.fill(3)
    writeFileSync(join(ledger.directory, 'head.json'), head)
    const lines = ledger.linesOf()
    writeFileSync(ledger.segment(), `${lines.with(2, (lines[2] ?? '').replace('LTSA-53', 'LTSA-52')).join('\n')}\n`)
    await expect(ledger.open()).rejects.toThrow('Entry 3 was changed')
    expect(ledger.linesOf()).toHaveLength(4)
  })

  it('believes more entries than its head, and tells the head', async () => {
    await ledger.fill(2)
    const head = readFileSync(join(ledger.directory, 'head.json'))
    await ledger.fill(2)
    writeFileSync(join(ledger.directory, 'head.json'), head)
    await (await ledger.open()).close()
    expect(readFileSync(join(ledger.directory, 'head.json'), 'utf8')).toContain('"sequence":4,')
  })

  it('goes on in a segment that was begun and has no entry', async () => {
    await ledger.fill(2, 1)
    writeFileSync(ledger.segment(3), '')
    await ledger.fill(1)
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 3 entries in 3 segments (1 to 3).')
  })

  it('goes on after segments that were archived', async () => {
    await ledger.fill(5, 1)
    for (const archived of [1, 2]) rmSync(ledger.segment(archived))
    await ledger.fill(1)
    expect((await ledger.verify(3)).lines[0]).toBe('The ledger is whole: 4 entries in 3 segments (3 to 5).')
    expect((await ledger.verify()).lines).toContain(
      'It begins with segment 3. If those before were archived: npm run ledger -- verify --from 3',
    )
  })

  it('goes on where a process was killed that had just made the head', async () => {
    mkdirSync(ledger.directory)
    writeFileSync(join(ledger.directory, 'head.json'), '')
    await ledger.fill(1)
    expect(await ledger.verify()).toMatchObject({ isWhole: true })
  })

  const spoil = (number: number, change: (lines: string[]) => readonly string[]) =>
    writeFileSync(ledger.segment(number), `${change(ledger.linesOf(number)).join('\n')}\n`)

  it.each([
    ['an entry was changed', () => spoil(1, ([one = '', ...others]) => [one.replace('LTSA-53', 'LTSA-52'), ...others])],
    ['an entry was taken away', () => spoil(1, (lines) => lines.toSpliced(1, 1))],
    ['the last entry was taken away', () => spoil(3, (lines) => lines.slice(0, -1))],
    ['the last line was cut', () => truncateSync(ledger.segment(3), readFileSync(ledger.segment(3)).length - 1)],
    ['the last segment was taken away', () => rmSync(ledger.segment(3))],
    ['another segment was taken away', () => rmSync(ledger.segment(2))],
    ['every segment was taken away', () => [1, 2, 3].forEach((number) => rmSync(ledger.segment(number)))],
    ['the head was taken away', () => rmSync(join(ledger.directory, 'head.json'))],
    ['the head was changed', () => writeFileSync(join(ledger.directory, 'head.json'), '{"sequence":1}')],
  ])('is refused when %s', async (_what, change) => {
    await ledger.fill(9, 2000)
    change()
    const before = readdirSync(ledger.directory).map((name) => readFileSync(join(ledger.directory, name), 'utf8'))
    await expect(ledger.open()).rejects.toThrow(EnvironmentError)
    await expect(ledger.open()).rejects.toThrow('npm run ledger -- verify')
    expect(readdirSync(ledger.directory).map((name) => readFileSync(join(ledger.directory, name), 'utf8'))).toEqual(
      before,
    )
    expect(await ledger.verify()).toMatchObject({ isWhole: false })
  })

  it('is refused with another secret', async () => {
    await ledger.fill(1)
    await expect(ledger.open({ secret: 'another secret that is long enough as well' })).rejects.toThrow('LEDGER_SECRET')
  })

  it('is refused where the directory is none, and says why', async () => {
    writeFileSync(ledger.directory, '')
    await expect(ledger.open()).rejects.toThrow(/^LEDGER_PATH cannot be used \(EEXIST\)\. Allowed is/)
  })

  it.each(['sync', 'truncate'] as const)('lets go of the directory when it is refused at %s', async (where) => {
    await ledger.fill(1)
    appendFileSync(ledger.segment(), 'half a li')
    const files = createFaultyFiles()
    files.setFaults({ [where]: 'EIO' })
    await expect(ledger.open({ files })).rejects.toThrow('LEDGER_PATH cannot be used (EIO)')
    await ledger.fill(1)
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 2 entries in 1 segment (1 to 1).')
  })
})
