import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { runTests } from '../../../scripts/runTests.mjs'
import { startTestServices } from '../../../scripts/startTestServices.mjs'
import { runStatement } from '../../support/runStatement.ts'
import { until } from '../../support/until.ts'

jest.setTimeout(60_000)

interface Results {
  readonly given: readonly string[]
  readonly url: string
  readonly version: string
}

const somewhere = {
  TEST_DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? '',
  TEST_REDIS_URL: process.env['TEST_REDIS_URL'] ?? '',
}
let folder: string
let results: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-atap-run-'))
  results = join(folder, 'coverage', 'results.json')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function run(given: readonly string[], environment: Readonly<Record<string, string>>, signal?: AbortSignal) {
  const standIn = join(import.meta.dirname, '../../support/standIns/jest.mjs')
  return runTests({
    arguments: given,
    environment: { ...somewhere, ...environment },
    signal: signal ?? new AbortController().signal,
    jest: standIn,
    results,
  })
}

const readResults = async () => JSON.parse(await readFile(results, 'utf8')) as Results

describe('runTests', () => {
  test('measures coverage when the whole suite runs', async () => {
    expect(await run([], {})).toBe(0)
    const file = `--outputFile=${results}`
    expect((await readResults()).given).toEqual(['--maxWorkers=2', '--json', file, '--coverage'])
  })

  test('hands a path on, and measures no coverage of a part', async () => {
    expect(await run(['tests/unit/platform', '-t', 'deadline'], {})).toBe(0)
    expect((await readResults()).given.slice(3)).toEqual(['tests/unit/platform', '-t', 'deadline'])
  })

  test('runs on the Node of the project whatever Node started it', async () => {
    await run([], {})
    expect((await readResults()).version).toMatch(/^v24\./)
  })

  test('ends as Jest does', async () => {
    expect(await run([], { STAND_IN_JEST: '7' })).toBe(7)
  })

  test('stops Jest when it is interrupted', async () => {
    const controller = new AbortController()
    const finished = run([], { STAND_IN_JEST: 'waits' }, controller.signal)
    await until('Jest is at work', () => existsSync(results))
    controller.abort()
    expect(await finished).toBe(130)
  })
})

/** What Redis answers to PING. */
async function ping(url: string): Promise<string> {
  const client = new Redis(url, { lazyConnect: true, disconnectTimeout: 100, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    await client.connect()
    return await client.ping()
  } finally {
    client.disconnect()
  }
}

describe('startTestServices', () => {
  test('starts a PostgreSQL that is gone with its data afterwards', async () => {
    const { environment, stop } = await startTestServices({ environment: { ...somewhere, TEST_DATABASE_URL: '' } })
    const url = environment.TEST_DATABASE_URL
    const rows = await runStatement(url, "SELECT current_setting('data_directory') AS path")
    const [{ path }] = rows as readonly [{ readonly path: string }]
    await stop()
    expect(existsSync(path)).toBe(false)
    await expect(runStatement(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  test('starts a Redis that is gone with its folder afterwards', async () => {
    const programs = { PATH: process.env['PATH'] ?? '' }
    const { environment, stop } = await startTestServices({
      environment: { ...programs, ...somewhere, TEST_REDIS_URL: '' },
    })
    const url = environment.TEST_REDIS_URL
    const client = new Redis(url)
    const [, path = ''] = (await client.config('GET', 'dir')) as readonly string[]
    client.disconnect()
    await stop()
    expect(existsSync(path)).toBe(false)
    await expect(ping(url)).rejects.toThrow('Connection is closed.')
  })

  test('uses the servers that the environment names, and leaves them alone', async () => {
    const { environment, stop } = await startTestServices({ environment: somewhere })
    await stop()
    expect(environment).toEqual(somewhere)
    expect(await runStatement(somewhere.TEST_DATABASE_URL, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(await ping(somewhere.TEST_REDIS_URL)).toBe('PONG')
  })

  test.each([
    ['TEST_DATABASE_URL', 'postgres://postgres:secret@127.0.0.1:1/postgres'],
    ['TEST_REDIS_URL', 'redis://:secret@127.0.0.1:1'],
  ])('says so when the server of %s cannot be reached', async (variable, url) => {
    const starting = startTestServices({ environment: { ...somewhere, [variable]: url } })
    await expect(starting).rejects.toThrow(`The server that ${variable} names cannot be used: connect ECONNREFUSED`)
  })
})
