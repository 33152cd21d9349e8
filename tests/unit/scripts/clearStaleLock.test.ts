import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { clearStaleLock } from '../../../scripts/clearStaleLock.mjs'

let cluster: string
let lock: string

beforeEach(async () => {
  cluster = await mkdtemp(join(tmpdir(), 'satu-atap-lock-'))
  lock = join(cluster, 'postmaster.pid')
})

afterEach(() => rm(cluster, { recursive: true, force: true }))

/** A process that has the folder on its command line, as the PostgreSQL that works there does. */
function imitatePostgres() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', cluster])
}

describe('clearStaleLock', () => {
  test('has nothing to do where there is no lock', async () => {
    await clearStaleLock(cluster)
    expect(existsSync(lock)).toBe(false)
  })

  test('leaves the lock of a dead process to PostgreSQL, which also knows about its shared memory', async () => {
    const child = imitatePostgres()
    child.kill()
    await once(child, 'exit')
    await writeFile(lock, `${child.pid}\n${cluster}\n`)
    await clearStaleLock(cluster)
    expect(await readFile(lock, 'utf8')).toBe(`${child.pid}\n${cluster}\n`)
  })

  test('takes the number of a program that has nothing to do with it out of the lock, and nothing else', async () => {
    await writeFile(lock, `${process.pid}\n${cluster}\n`)
    await clearStaleLock(cluster)
    expect(await readFile(lock, 'utf8')).toBe(`4194305\n${cluster}\n`)
  })

  test('removes a lock that was never written to its end', async () => {
    await writeFile(lock, '')
    await clearStaleLock(cluster)
    expect(existsSync(lock)).toBe(false)
  })

  test('waits for a predecessor that is stopping', async () => {
    const child = imitatePostgres()
    await writeFile(lock, `${child.pid}\n${cluster}\n`)
    const cleared = clearStaleLock(cluster)
    child.kill()
    await cleared
    expect(child.killed).toBe(true)
  })

  test('names the process that stays', async () => {
    const child = imitatePostgres()
    try {
      await writeFile(lock, `${child.pid}\n${cluster}\n`)
      const clearing = clearStaleLock(cluster, { patience: 0 })
      await expect(clearing).rejects.toThrow(`Another PostgreSQL (process ${child.pid}) uses ${cluster}.`)
    } finally {
      child.kill()
    }
  })
})
