import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { makeDisclosure } from '../../../support/makeDisclosure.ts'
import { openTestLedger } from '../../../support/openTestLedger.ts'

const mountPoint = mkdtempSync(join(tmpdir(), 'satu-atap-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'satu-atap-test', mountPoint]).status === 0
const describeWhereMounted = mounted ? describe : describe.skip

afterAll(() => {
  if (mounted) spawnSync('umount', [mountPoint])
  rmSync(mountPoint, { recursive: true, force: true })
})

const unavailable = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }),
})

describeWhereMounted('a ledger on a disk of 1 MB', () => {
  it('refuses entries while the disk is full, stays whole, and goes on when there is room', async () => {
    const ledger = openTestLedger(mountPoint)
    const filler = join(mountPoint, 'filler')
    writeFileSync(filler, Buffer.alloc(400_000))
    const open = await ledger.open({ segmentBytes: 30_000 })
    let taken = 0
    const refused = async (): Promise<unknown> => {
      for (; taken < 10_000; taken += 1) {
        try {
          await open.append(makeDisclosure())
        } catch (error) {
          return error
        }
      }
      return undefined
    }
    expect(await refused()).toEqual(unavailable)
    expect(taken).toBeGreaterThan(10)
    expect(open.state()).toEqual({ writable: false, reason: 'ENOSPC' })
    expect(await refused()).toEqual(unavailable)
    expect((await ledger.verify()).lines[0]).toContain(`${taken} entries`)

    rmSync(filler)
    await Promise.all(Array.from({ length: 20 }, () => open.append(makeDisclosure())))
    expect(open.state()).toEqual({ writable: true })
    await open.close()
    const { isWhole, lines } = await ledger.verify()
    expect([isWhole, lines[0]]).toEqual([true, expect.stringContaining(`${taken + 20} entries`)])
    expect(ledger.lines.map(({ level }) => level)).toEqual(['info', 'error', 'info'])
  })

  it('does not open, and says that the disk is full', async () => {
    const ledger = openTestLedger(mountPoint)
    const full = spawnSync('dd', ['if=/dev/zero', `of=${join(mountPoint, 'filler')}`, 'bs=1k'])
    expect(full.status).toBe(1)
    await expect(ledger.open()).rejects.toThrow('LEDGER_PATH cannot be used (ENOSPC)')
  })

  it('does not open on a disk that can only be read, but can be verified', async () => {
    rmSync(join(mountPoint, 'filler'))
    const ledger = openTestLedger(mountPoint)
    const open = await ledger.open()
    await open.append(makeDisclosure())
    await open.close()
    spawnSync('mount', ['-o', 'remount,ro', mountPoint])
    await expect(ledger.open()).rejects.toThrow('LEDGER_PATH cannot be used (EROFS)')
    for (const missing of ['missing', 'missing/ledger']) {
      const opening = ledger.open({ directory: join(mountPoint, missing) })
      await expect(opening).rejects.toThrow('LEDGER_PATH cannot be used (EROFS)')
    }
    expect((await ledger.verify()).lines[0]).toContain('1 entry')
    spawnSync('mount', ['-o', 'remount,rw', mountPoint])
  })
})
