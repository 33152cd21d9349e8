import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findRedisServer } from '../../../scripts/findRedisServer.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-atap-path-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function place(path: string, mode = 0o755): Promise<string> {
  const file = join(folder, path)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, '')
  await chmod(file, mode)
  return file
}

const search = (...names: readonly string[]) =>
  findRedisServer({ PATH: names.map((name) => join(folder, name)).join(delimiter) })

describe('findRedisServer', () => {
  test('finds Redis before Valkey, and each wherever it is on PATH', async () => {
    const valkey = await place('one/valkey-server')
    expect(search('none', 'one', 'two')).toBe(valkey)
    const redis = await place('two/redis-server')
    expect(search('none', 'one', 'two')).toBe(redis)
  })

  test('finds none where there is none', async () => {
    await place('one/redis-cli')
    expect(search('one')).toBeUndefined()
    expect(findRedisServer({})).toBeUndefined()
  })

  test('takes no file that is no program', async () => {
    await place('one/redis-server', 0o644)
    expect(search('one')).toBeUndefined()
  })
})
