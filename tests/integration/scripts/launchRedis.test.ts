import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { findFreePort } from '../../../scripts/findFreePort.mjs'
import { findRedisServer } from '../../../scripts/findRedisServer.mjs'
import { launchRedis } from '../../../scripts/launchRedis.mjs'
import { isRunning } from '../../support/isRunning.ts'
import { until } from '../../support/until.ts'

jest.setTimeout(60_000)

let folder: string
let stop: () => Promise<void>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-atap-redis-'))
  stop = async () => {}
})

afterEach(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

async function launch(options: Partial<Parameters<typeof launchRedis>[0]> = {}) {
  const program = findRedisServer(process.env) ?? ''
  const server = await launchRedis({ program, folder, port: await findFreePort(), ...options })
  ;({ stop } = server)
  return server
}

/** Asks the server on the port something. */
async function ask<T>(port: number, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(port, '127.0.0.1')
  try {
    return await question(client)
  } finally {
    client.disconnect()
  }
}

describe('launchRedis', () => {
  test('starts a Redis that listens on the loopback address alone, and keeps nothing', async () => {
    const { port } = await launch()
    expect(await ask(port, (client) => client.config('GET', 'bind'))).toEqual(['bind', '127.0.0.1'])
    expect(await ask(port, (client) => client.config('GET', 'save'))).toEqual(['save', ''])
    await ask(port, (client) => client.set('key', 'value'))
    await stop()
    expect(await readdir(folder)).toEqual(['redis.log'])
  })

  test('gives it the settings', async () => {
    const { port } = await launch({ settings: ['--maxmemory', '1mb'] })
    expect(await ask(port, (client) => client.config('GET', 'maxmemory'))).toEqual(['maxmemory', '1048576'])
  })

  test('leaves no process when it is stopped, and may be stopped twice', async () => {
    const { pid = 0 } = await launch()
    await stop()
    await stop()
    expect(isRunning(pid)).toBe(false)
  })

  test('ends one that hangs', async () => {
    const { pid = 0 } = await launch()
    process.kill(pid, 'SIGSTOP')
    await stop()
    expect(isRunning(pid)).toBe(false)
  })

  test('ends when the process that started it is killed', async () => {
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../../support/holdRedis.mjs'), folder])
    const [line] = (await once(holder.stdout, 'data')) as [Buffer]
    const pid = Number(line.toString())
    expect(isRunning(pid)).toBe(true)
    holder.kill('SIGKILL')
    await until('Redis has ended', () => !isRunning(pid))
  })

  test('says what stands in its way when its port is taken', async () => {
    const { port } = await launch()
    await expect(launchRedis({ program: findRedisServer(process.env) ?? '', folder, port })).rejects.toThrow(
      /Redis could not start\.[^]*Address already in use/,
    )
  })

  test('gives up at once when it is told to', async () => {
    await expect(launch({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
  })
})
