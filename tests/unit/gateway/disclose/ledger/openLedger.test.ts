import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createFaultyFiles } from '../../../../support/createFaultyFiles.ts'
import { ledgerUnavailable } from '../../../../support/ledgerUnavailable.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../../support/openTestLedger.ts'

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

describe('an entry', () => {
  it('is on disk when it has been appended, and can be read by people', async () => {
    const open = await ledger.open()
    await open.append(makeDisclosure())
    expect(JSON.parse(ledger.linesOf()[0] ?? '')).toEqual({
      sequence: 1,
      group: 1,
      previous: 'A'.repeat(43),
      segment: 1,
      first: 1,
      at: '2026-07-01T03:00:00.000Z',
      kind: 'LTSA_OFFICER',
      client: 'ntt-desk',
      subject: expect.stringMatching(/^[\w-]+$/),
      office: 'LTSA-53',
      purpose: 'service-delivery',
      operation: 'ApplicantPapers',
      applicants: [expect.stringMatching(/^[\w-]{43}$/)],
      classes: ['GENERAL', 'SPECIFIC'],
      agencies: [
        { agency: 'identity', source: 'LIVE' },
        { agency: 'passport', source: 'STALE' },
      ],
      correlationId: '0198c0de-0000-7000-8000-000000000001',
      hash: expect.stringMatching(/^[\w-]{43}$/),
    })
    await open.close()
  })

  it('names the one before it, over segments and restarts', async () => {
    await ledger.fill(5, 1000)
    await ledger.fill(5, 1000)
    const entries = readdirSync(ledger.directory)
      .filter((name) => name.endsWith('.jsonl'))
      .toSorted()
      .flatMap((_name, index) => ledger.linesOf(index + 1))
      .map(
        (line) => JSON.parse(line) as { readonly sequence: number; readonly previous: string; readonly hash: string },
      )
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(entries.slice(1).map(({ previous }) => previous)).toEqual(entries.slice(0, -1).map(({ hash }) => hash))
    expect(readdirSync(ledger.directory).length).toBeGreaterThan(4)
  })

  it('is written over room that the segment has, which is given back at the end', async () => {
    const open = await ledger.open()
    const sizes = new Set<number>()
    for (let entry = 0; entry < 20; entry += 1) {
      await open.append(makeDisclosure())
      sizes.add(statSync(ledger.segment()).size)
    }
    expect([...sizes]).toEqual([expect.any(Number)])
    expect(await ledger.verify()).toMatchObject({ isWhole: true, lines: { length: 3 } })
    await open.close()
    expect(readFileSync(ledger.segment(), 'utf8')).toMatch(/^(?:\{"sequence":\d+,\S+\n){20}$/)
  })

  it('is for the user of the process alone', async () => {
    await ledger.fill(1)
    const { stdout } = spawnSync('stat', ['--format', '%a', ledger.directory, ledger.segment()], { encoding: 'utf8' })
    expect(stdout).toBe('700\n600\n')
  })

  it('is refused when it is longer than a reader would take, and others are not', async () => {
    const open = await ledger.open()
    const applicants = Array.from({ length: 30_000 }, (_, index) => String(index))
    await expect(open.append(makeDisclosure({ applicants }))).rejects.toEqual(ledgerUnavailable)
    await open.append(makeDisclosure())
    await open.close()
    expect(await ledger.verify()).toMatchObject({ isWhole: true })
  })

  it('has a ledger only where the disk answers in time', async () => {
    const files = createFaultyFiles()
    const letGo = files.hold()
    await expect(ledger.open({ files, diskLimit: 50 })).rejects.toThrow(/^LEDGER_PATH .+ its disk does not answer\./)
    letGo()
    await (await ledger.open({ files, diskLimit: 5_000 })).close()
  })

  it('is refused once the ledger is closed, which waits for what was appended', async () => {
    const open = await ledger.open()
    const appended = open.append(makeDisclosure())
    await Promise.all([open.close(), open.close()])
    await appended
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(ledger.linesOf()).toHaveLength(1)
  })
})

describe('a group', () => {
  it('is all that came while the one before was being written: one write', async () => {
    const files = createFaultyFiles()
    const open = await ledger.open({ files })
    const release = files.hold()
    const first = open.append(makeDisclosure())
    await new Promise(setImmediate)
    const others = Array.from({ length: 100 }, () => open.append(makeDisclosure()))
    const before = files.operations.length
    release()
    await Promise.all([first, ...others])
    expect(files.operations.slice(before).filter((one) => one !== 'open' && one !== 'syncDirectory')).toEqual([
      'write',
      'overwrite',
      'write',
      'overwrite',
    ])
    const groups = ledger.linesOf().map((line) => (JSON.parse(line) as { readonly group: number }).group)
    expect(groups).toEqual([1, ...Array.from({ length: 100 }, () => 2)])
    await open.close()
  })
})
