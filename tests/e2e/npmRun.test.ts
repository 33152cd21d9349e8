import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import type { TestDatabase } from '../support/createTestDatabase.ts'
import { until } from '../support/until.ts'

const root = join(import.meta.dirname, '../..')

let database: TestDatabase
let running: ChildProcess | undefined

beforeAll(async () => {
  database = await createTestDatabase()
})

/** What npm may have left behind is in its process group. */
afterEach(() => {
  try {
    if (running?.pid !== undefined) process.kill(-running.pid, 'SIGKILL')
  } catch {
    // Nothing is left, as it should be.
  }
})

afterAll(() => database.drop())

describe.each([
  ['gateway', () => ({ PORT: '0', METRICS_PORT: '0' }), []],
  [
    'agencies',
    () => ({ INSURANCE_DATABASE_URL: database.url, INSURANCE_PORT: '0', GATEWAY_URLS: 'http://127.0.0.1:9' }),
    ['--', 'insurance'],
  ],
] as const)('npm run %s', (script, variables, given) => {
  it('ends with what it runs, cleanly and within two seconds, when npm gets SIGTERM', async () => {
    const child = spawn('npm', ['run', script, ...given], {
      cwd: root,
      env: { ...process.env, ...variables() },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running = child
    let text = ''
    child.stdout.on('data', (chunk) => (text += String(chunk)))
    child.stderr.on('data', (chunk) => (text += String(chunk)))
    await until('it is ready', () => text.includes('is ready') || child.exitCode !== null)
    const begin = performance.now()
    child.kill('SIGTERM')
    // The pipes close when whoever writes to them has ended, not npm alone.
    const [status] = (await once(child, 'close')) as [number | null]
    expect(performance.now() - begin).toBeLessThan(2_000)
    expect(status).toBe(0)
    expect(text).toContain('"msg":"stopped"')
  })
})
