import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { agencies } from '../../../scripts/agencies.mjs'
import { isRunning } from '../../support/isRunning.ts'
import { runStatement } from '../../support/runStatement.ts'
import { until } from '../../support/until.ts'

jest.setTimeout(60_000)

const script = join(import.meta.dirname, '../../support/standIns/start.mjs')
const freePorts: Readonly<Record<string, string>> = Object.fromEntries(
  ['', 'METRICS_', ...agencies.map(({ prefix }) => prefix)].map((prefix) => [`${prefix}PORT`, '0']),
)

let dataDir: string
let running: ChildProcess | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'satu-atap-whole-'))
})

afterEach(() => void running?.kill('SIGTERM'))

afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Starts the whole as a terminal would, in a process group of its own, and waits until it is ready. */
async function startWhole() {
  const environment = { ...process.env, ...freePorts, STAND_IN_REPORT: join(dataDir, 'report') }
  const child = spawn(process.execPath, [script, dataDir], { detached: true, env: environment, stdio: 'pipe' })
  running = child
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  const closed = once(child, 'close')
  await until('it is ready', () => text.includes('is ready'))
  const report = JSON.parse(await readFile(join(dataDir, 'report'), 'utf8')) as Record<string, string>
  const lock = await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')
  const processes = [Number(report['STAND_IN_PID']), Number.parseInt(lock, 10)]
  expect(processes.map(isRunning)).toEqual([true, true])
  return {
    child,
    closed,
    group: -(child.pid ?? 0),
    urlOf: (prefix: string) => report[`${prefix}DATABASE_URL`] ?? '',
    processes,
    postmaster: Number.parseInt(lock, 10),
    output: () => text,
  }
}

describe('what `npm start` runs', () => {
  test('stops in order and in time when Ctrl-C reaches it and its children, twice', async () => {
    const { child, group, processes } = await startWhole()
    const begin = Date.now()
    process.kill(group, 'SIGINT')
    process.kill(group, 'SIGINT')
    const [status] = (await once(child, 'exit')) as [number]
    expect(status).toBe(0)
    expect(Date.now() - begin).toBeLessThan(5000)
    expect(processes.map(isRunning)).toEqual([false, false])
    expect(await readFile(join(dataDir, 'logs', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
  })

  test('has the data of the last time when it starts again', async () => {
    const first = await startWhole()
    await runStatement(first.urlOf('HEALTH_'), 'CREATE TABLE kept AS SELECT 1 AS kept')
    first.child.kill('SIGTERM')
    await once(first.child, 'exit')
    const second = await startWhole()
    expect(await runStatement(second.urlOf('HEALTH_'), 'SELECT kept FROM kept')).toEqual([{ kept: 1 }])
    second.child.kill('SIGTERM')
    await once(second.child, 'exit')
  })

  test('leaves nothing behind when it is killed', async () => {
    const { child, processes } = await startWhole()
    child.kill('SIGKILL')
    await until('everything has ended', () => !processes.some(isRunning))
    expect(processes.map(isRunning)).toEqual([false, false])
  })

  test('ends, and says why, when its PostgreSQL is killed; and starts again on what that left', async () => {
    const { closed, postmaster, processes, output } = await startWhole()
    process.kill(postmaster, 'SIGKILL')
    expect(await closed).toEqual([1, null])
    expect(output()).toContain('PostgreSQL ended unexpectedly (SIGKILL). The end of ')
    expect(output()).toContain(join(dataDir, 'logs', 'postgres.log'))
    expect(processes.map(isRunning)).toEqual([false, false])
    const again = await startWhole()
    again.child.kill('SIGTERM')
    expect(await again.closed).toEqual([0, null])
  })
})
