import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { startEmbeddedPostgres } from '../../../scripts/startEmbeddedPostgres.mjs'
import { isRunning } from '../../support/isRunning.ts'
import { runStatement } from '../../support/runStatement.ts'
import { until } from '../../support/until.ts'

type Server = Awaited<ReturnType<typeof startEmbeddedPostgres>>

jest.setTimeout(60_000)

/** A folder of `mktemp -d`, which only its owner may enter; when that is root, PostgreSQL has to come in all the same. */
let folder: string
let dataDir: string
let server: Server | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-atap-postgres-'))
  dataDir = join(folder, 'postgres')
  server = await start()
  await runStatement(server.adminUrl, 'CREATE TABLE kept AS SELECT 1 AS kept')
  await server.stop()
})

afterEach(() => server?.stop())

afterAll(() => rm(folder, { recursive: true, force: true }))

/** The same server again, or a new one when there is no folder. */
async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<Server> {
  server = await startEmbeddedPostgres({ dataDir, durable: false, ...options })
  return server
}

describe('startEmbeddedPostgres', () => {
  test('runs a real PostgreSQL that keeps its data from one start to the next', async () => {
    const { adminUrl } = await start()
    expect(await runStatement(adminUrl, 'SELECT kept FROM kept')).toEqual([{ kept: 1 }])
    expect(await runStatement(adminUrl, 'SHOW server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(/^18/) },
    ])
  })

  test('flushes what it commits when it is to be durable, and only then', async () => {
    const { adminUrl } = await start({ durable: true })
    expect(await runStatement(adminUrl, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
    await server?.stop()
    const careless = await start()
    expect(await runStatement(careless.adminUrl, 'SHOW fsync')).toEqual([{ fsync: 'off' }])
  })

  test('listens on the loopback address alone', async () => {
    const { adminUrl } = await start()
    expect(await runStatement(adminUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(await runStatement(adminUrl, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
  })

  test('lets nobody in without the password, which only its owner can read', async () => {
    const { adminUrl } = await start()
    const withWrongPassword = new URL(adminUrl)
    withWrongPassword.password = 'wrong'
    await expect(runStatement(withWrongPassword.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  })

  test('names every database of the server', async () => {
    const { databaseUrl } = await start()
    const rows = await runStatement(databaseUrl('template1'), 'SELECT current_database() AS name')
    expect(rows).toEqual([{ name: 'template1' }])
  })

  test('leaves no process when it is stopped, and may be stopped twice', async () => {
    const { pid, stop } = await start()
    await stop()
    await stop()
    expect(isRunning(pid)).toBe(false)
  })

  test('recovers after it was killed', async () => {
    const { adminUrl, pid } = await start()
    await runStatement(adminUrl, 'CREATE TABLE IF NOT EXISTS survives AS SELECT 1 AS survives')
    process.kill(pid, 'SIGKILL')
    await until('PostgreSQL is dead', () => !isRunning(pid))
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(true)
    const again = await start()
    expect(await runStatement(again.adminUrl, 'SELECT survives FROM survives')).toEqual([{ survives: 1 }])
  })

  test('is not taken in by a stale lock whose number another program has got since', async () => {
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n`)
    const { adminUrl } = await start()
    expect(await runStatement(adminUrl, 'SELECT kept FROM kept')).toEqual([{ kept: 1 }])
  })

  test('stops when the process that started it is killed, and makes way for the next one', async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../../support/holdPostgres.mjs'), dataDir])
    const [line] = (await once(holder.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())
    expect(isRunning(pid)).toBe(true)
    holder.kill('SIGKILL')
    const { adminUrl } = await start()
    expect(isRunning(pid)).toBe(false)
    expect(await runStatement(adminUrl, 'SELECT kept FROM kept')).toEqual([{ kept: 1 }])
  })

  test('says what stands in its way when its port is taken', async () => {
    const { adminUrl } = await start()
    const port = Number(new URL(adminUrl).port)
    const second = startEmbeddedPostgres({ dataDir: join(folder, 'second'), durable: false, port })
    await expect(second).rejects.toThrow(/PostgreSQL could not start\.[^]*Address already in use/)
  })

  test('asks for a fresh folder when the password is lost', async () => {
    const lost = join(folder, 'lost')
    await mkdir(join(lost, 'cluster'), { recursive: true })
    await expect(startEmbeddedPostgres({ dataDir: lost })).rejects.toThrow(/Delete both to start anew/)
  })

  test('fills a new server once, before anybody sees it', async () => {
    const fresh = join(folder, 'filled')
    const prepare = jest.fn((url: string) => runStatement(url, 'CREATE TABLE filled AS SELECT 1 AS filled'))
    const first = await start({ dataDir: fresh, durable: true, prepare })
    await first.stop()
    const second = await start({ dataDir: fresh, durable: true, prepare })
    expect(await runStatement(second.adminUrl, 'SELECT filled FROM filled')).toEqual([{ filled: 1 }])
    expect(prepare).toHaveBeenCalledTimes(1)
  })

  test('begins again after a start that did not come to its end', async () => {
    const broken = join(folder, 'broken')
    const fail = () => Promise.reject(new Error('interrupted'))
    await expect(start({ dataDir: broken, prepare: fail })).rejects.toThrow('interrupted')
    expect(existsSync(join(broken, 'cluster'))).toBe(false)
    const { adminUrl } = await start({ dataDir: broken })
    expect(await runStatement(adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(readdirSync(broken).toSorted()).toEqual(['cluster', 'password', 'postgres.log'])
  })

  test('gives up at once when it is told to', async () => {
    const controller = new AbortController()
    const starting = startEmbeddedPostgres({ dataDir: join(folder, 'given-up'), signal: controller.signal })
    controller.abort()
    await expect(starting).rejects.toThrow(/abort/)
    expect(existsSync(join(folder, 'given-up', 'cluster'))).toBe(false)
  })
})
