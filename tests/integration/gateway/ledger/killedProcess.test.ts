import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createChain } from '../../../../gateway/disclose/ledger/createChain.ts'
import { deriveLedgerKeys } from '../../../../gateway/disclose/ledger/deriveLedgerKeys.ts'
import { readChain } from '../../../../gateway/disclose/ledger/readChain.ts'
import { openTestLedger } from '../../../support/openTestLedger.ts'
import type { TestLedger } from '../../../support/openTestLedger.ts'

jest.setTimeout(120_000)

const rounds = 50
const segmentBytes = 200_000
const entry = join(import.meta.dirname, '../../../support/keepLedger.mjs')

let ledger: TestLedger
beforeEach(() => {
  ledger = openTestLedger()
})
afterEach(() => ledger.remove())

/** Lets a process append until it has told of so many entries, kills it, and answers all that it told. */
async function appendUntilKilled(round: number, enough: number): Promise<readonly string[]> {
  const told: string[] = []
  const given = [ledger.directory, ledger.secret, String(segmentBytes), String(round)]
  const child = fork(entry, given, { env: { PATH: process.env['PATH'] } })
  child.on('message', (message) => {
    if (message !== 'open') told.push(message as string)
    if (told.length >= enough) child.kill('SIGKILL')
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  return told
}

/** The correlation ids of all entries, of which the chain has to be whole. */
async function readAll(): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  const { flaws, tail } = await readChain({
    directory: ledger.directory,
    chain: createChain(deriveLedgerKeys(ledger.secret).chain),
    // Much faster than to parse them, and there are many.
    onEntry: ({ line }) => ids.add(/"correlationId":"([\w-]+)"/.exec(line.toString('latin1'))?.[1] ?? ''),
  })
  expect([flaws, tail]).toEqual([[], null])
  return ids
}

describe('a ledger whose process is killed', () => {
  it('has every entry that was said to be on disk, and goes on, fifty times', async () => {
    const told: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      // The first is killed as soon as it is open, the others among more and more entries.
      told.push(...(await appendUntilKilled(round, (round * 37) % 400)))
      await (await ledger.open({ segmentBytes })).close()
      const there = await readAll()
      expect(told.filter((id) => !there.has(id))).toEqual([])
    }
    expect(told.length).toBeGreaterThan(rounds * 100)
    expect((await ledger.verify()).isWhole).toBe(true)
  })
})
