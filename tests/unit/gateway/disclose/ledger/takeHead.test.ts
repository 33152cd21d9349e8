import { linkSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { LedgerFiles } from '../../../../../gateway/disclose/ledger/LedgerFiles.ts'
import { createChain } from '../../../../../gateway/disclose/ledger/createChain.ts'
import { deriveLedgerKeys } from '../../../../../gateway/disclose/ledger/deriveLedgerKeys.ts'
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
  ledger.remove()
})

const pathOf = (name: string): string => join(ledger.directory, name)
const aside = (name: string): string => join(dirname(ledger.directory), name)
const head = 'head.json'
const segment = '000001.jsonl'
const lock = 'lock.sqlite'

describe('a second process that no lock keeps from the ledger', () => {
  /** Opens it as on a volume that takes no locks: the lock of the first lies in its place again. */
  async function openBeside(): ReturnType<TestLedger['open']> {
    linkSync(pathOf(lock), aside(lock))
    rmSync(pathOf(lock))
    const second = await ledger.open()
    rmSync(pathOf(lock))
    linkSync(aside(lock), pathOf(lock))
    return second
  }

  const readAll = (): readonly Buffer[] => [segment, head].map((name) => readFileSync(pathOf(name)))

  it('is noticed by the first at its next group, which leaves the ledger to it', async () => {
    const first = await ledger.open()
    for (let entry = 0; entry < 3; entry += 1) await first.append(makeDisclosure())
    rmSync(pathOf(lock))
    const second = await ledger.open()
    await second.append(makeDisclosure())
    await expect(first.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(first.state()).toEqual({ writable: false, reason: 'REPLACED' })
    await first.close()
    await second.append(makeDisclosure())
    await second.close()
    expect((await ledger.verify()).lines[0]).toBe('The ledger is whole: 5 entries in 1 segment (1 to 1).')
  })

  it('is noticed where the file of the lock is as it was, before it has written an entry', async () => {
    const first = await ledger.open()
    await first.append(makeDisclosure())
    const second = await openBeside()
    await expect(first.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    expect(ledger.lines.at(-1)).toMatchObject({ fields: { reason: 'REPLACED', file: head, entries: 1 } })
    await first.close()
    await second.close()
    expect((await ledger.verify()).lines[0]).toContain('1 entry')
  })

  it('is noticed by a first whose entry it found half written', async () => {
    const files = createFaultyFiles()
    const first = await ledger.open({ files })
    await first.append(makeDisclosure())
    const release = files.hold()
    const before = files.operations.length
    const writing = first.append(makeDisclosure())
    while (!files.operations.slice(before).includes('write')) await new Promise(setImmediate)
    const second = await openBeside()
    release()
    await expect(writing).rejects.toEqual(ledgerUnavailable)
    await first.close()
    await second.close()
  })

  it.each([0, 2])(
    'does not start, and changes nothing, where the first went on while it read %i entries',
    async (entries) => {
      const first = await ledger.open()
      for (let entry = 0; entry < entries; entry += 1) await first.append(makeDisclosure())
      linkSync(pathOf(lock), aside(lock))
      rmSync(pathOf(lock))
      let before: readonly Buffer[] = []
      const files: LedgerFiles = {
        ...nodeFiles,
        async openHead(path) {
          renameSync(pathOf(lock), aside('second'))
          linkSync(aside(lock), pathOf(lock))
          await first.append(makeDisclosure())
          before = readAll()
          return nodeFiles.openHead(path)
        },
      }
      await expect(ledger.open({ files })).rejects.toThrow('LEDGER_PATH is the ledger of another process')
      expect(readAll()).toEqual(before)
      await first.append(makeDisclosure())
      await first.close()
      expect((await ledger.verify()).lines[0]).toContain(`${entries + 2} entries`)
    },
  )
})

describe('a head', () => {
  it('that is longer than it was written is not that of this process', async () => {
    const open = await ledger.open()
    truncateSync(pathOf(head), 200)
    await expect(open.append(makeDisclosure())).rejects.toEqual(ledgerUnavailable)
    await open.close()
  })

  it('of a version that named no process is read, and names one from then on', async () => {
    await ledger.fill(1)
    expect(readFileSync(pathOf(head), 'utf8')).toMatch(/"writer":"[\w-]{11}"/)
    const chain = createChain(deriveLedgerKeys(ledger.secret).chain)
    const { sequence, hash } = JSON.parse(ledger.linesOf()[0] ?? '') as {
      readonly sequence: number
      readonly hash: string
    }
    writeFileSync(pathOf(head), chain.writeHead({ sequence, hash }))
    expect(await ledger.verify()).toMatchObject({ isWhole: true })
    await ledger.fill(1)
    expect(readFileSync(pathOf(head), 'utf8')).toMatch(/^\{"sequence":2,.*"writer":"[\w-]{11}"/)
    const longest = { sequence: Number.MAX_SAFE_INTEGER, hash }
    expect(chain.writeHead(longest, 'w'.repeat(11))).toHaveLength(160)
    expect(chain.readHead(chain.writeHead(longest, 'w'.repeat(11)))).toEqual(longest)
  })
})
