import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { takeLock } from '../../../../../gateway/disclose/ledger/takeLock.ts'
import { EnvironmentError } from '../../../../../platform/EnvironmentError.ts'

let directory: string
const lock = () => join(directory, 'lock')
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'satu-atap-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** What the lock of a process says that is running. */
async function lockOf(pid: number): Promise<string> {
  const own = await takeLock(directory)
  const text = readFileSync(lock(), 'utf8').replace(String(process.pid), String(pid))
  await own.release()
  return text
}

describe('the lock of a directory', () => {
  it('is there while it is held, and leaves nothing behind', async () => {
    const held = await takeLock(directory)
    expect(readdirSync(directory)).toEqual(['lock'])
    expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+\n$`))
    await held.release()
    expect(readdirSync(directory)).toEqual([])
  })

  it('is refused to a second one, with a sentence that says what is allowed', async () => {
    const held = await takeLock(directory)
    await expect(takeLock(directory)).rejects.toThrow(EnvironmentError)
    await expect(takeLock(directory)).rejects.toThrow('a directory of its own for every gateway')
    expect(readdirSync(directory)).toEqual(['lock'])
    await held.release()
    await (await takeLock(directory)).release()
  })

  it('of a process that is running is respected also where it does not say when that began', async () => {
    writeFileSync(lock(), `${process.ppid}\n`)
    await expect(takeLock(directory)).rejects.toThrow(EnvironmentError)
  })

  it('of a process that ended counts for nothing', async () => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })
    const text = await lockOf(child.pid ?? 0)
    child.kill('SIGKILL')
    await once(child, 'exit')
    writeFileSync(lock(), text)
    await (await takeLock(directory)).release()
    expect(existsSync(lock())).toBe(false)
  })

  it.each([
    ['of a process whose number is that of another by now', () => `${process.ppid} 1\n`],
    ['of our own number from before a restart', () => `${process.pid} 1\n`],
    ['of our own number, where nothing tells when a process began', () => `${process.pid}\n`],
    ['that says nothing', () => ''],
    ['that says nonsense', () => 'nobody knows\n'],
  ])('%s counts for nothing', async (_what, text) => {
    writeFileSync(lock(), text())
    await (await takeLock(directory)).release()
    expect(existsSync(lock())).toBe(false)
  })

  it('goes to one of many who ask at once', async () => {
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => takeLock(directory)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
