import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { installRedis } from '../../../scripts/installRedis.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'satu-atap-install-'))
  jest.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

/** A machine on which so many attempts to install fail before one works, with or without APT. */
function makeMachine({ failures = 0, hasApt = true } = {}) {
  const commands: string[] = []
  let left = failures
  const run = async (command: readonly string[]) => {
    commands.push(
      command.filter((word) => /^(apt-get|--version|update|install|redis-server.*|stop|disable)$/.test(word)).join(' '),
    )
    if (command[0] === 'apt-get' && !hasApt) return 127
    if (!command.includes('install')) return 0
    left -= 1
    if (left >= 0) return 100
    const program = join(folder, 'redis-server')
    writeFileSync(program, '')
    chmodSync(program, 0o755)
    return 0
  }
  return { commands, install: (uid: number) => installRedis({ environment: { PATH: folder }, uid, run }) }
}

const program = () => join(folder, 'redis-server')
const stopped = expect.stringMatching(/^(redis-server stop|disable redis-server\.service)$/)
const refusal = /^Tests need a Redis server\. Install redis-server/

describe('installRedis', () => {
  test('installs nothing where there is one', async () => {
    const { commands, install } = makeMachine()
    writeFileSync(program(), '', { mode: 0o755 })
    expect(await install(0)).toBe(program())
    expect(commands).toEqual([])
  })

  test('installs one as root, and ends the service that comes with it', async () => {
    const { commands, install } = makeMachine()
    expect(await install(0)).toBe(program())
    expect(commands).toEqual(['apt-get --version', 'apt-get install redis-server', stopped])
  })

  test('asks for newer lists of packages where those there do not do', async () => {
    const { commands, install } = makeMachine({ failures: 1 })
    expect(await install(0)).toBe(program())
    expect(commands).toEqual([
      'apt-get --version',
      'apt-get install redis-server',
      'apt-get update',
      'apt-get install redis-server',
      stopped,
    ])
  })

  test('says what to do when it cannot be installed', async () => {
    const { install } = makeMachine({ failures: 2 })
    await expect(install(0)).rejects.toThrow(refusal)
  })

  test('installs nothing for others than root, or without APT, and says what to do', async () => {
    const asUser = makeMachine()
    await expect(asUser.install(1000)).rejects.toThrow(refusal)
    expect(asUser.commands).toEqual([])
    const elsewhere = makeMachine({ hasApt: false })
    await expect(elsewhere.install(0)).rejects.toThrow(refusal)
    expect(elsewhere.commands).toEqual(['apt-get --version'])
  })

  test('runs nothing any more when it is interrupted', async () => {
    const install = installRedis({ environment: { PATH: folder }, uid: 0, signal: AbortSignal.abort() })
    await expect(install).rejects.toThrow(/abort/)
  })
})
