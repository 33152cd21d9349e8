import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readSecretFile } from '../../../platform/readSecretFile.ts'

const makePipe = 'mkfifo "$0"'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-atap-secret-'))
  path = join(folder, 'secret')
})

afterEach(() => rm(folder, { recursive: true }))

describe('a file that holds a secret', () => {
  it.each([
    ['nothing but the secret', 'secret', 'secret'],
    ['a newline at its end', 'secret\n', 'secret'],
    ['a newline of Windows', 'secret\r\n', 'secret'],
    ['more than one', 'secret\n\n', 'secret\n'],
    ['spaces', ' secret ', ' secret '],
    ['letters of any kind', 'sécret ☕\n', 'sécret ☕'],
    ['as much as it may', 's'.repeat(65_535) + '\n', 's'.repeat(65_535)],
  ])('may have %s', async (_what, content, text) => {
    await writeFile(path, content)
    expect(readSecretFile(path)).toEqual({ text })
  })

  it('may be reached by a link, as Kubernetes mounts it', async () => {
    await writeFile(path, 'secret')
    await symlink(path, join(folder, 'link'))
    expect(readSecretFile(join(folder, 'link'))).toEqual({ text: 'secret' })
  })

  it.each([
    ['is empty', ''],
    ['is empty', '\n'],
    ['is larger than 64 KiB', 's'.repeat(65_537)],
    ['is larger than 64 KiB', 's'.repeat(1_000_000)],
    ['is no text in UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ])('is of no use when it %s', async (problem, content) => {
    await writeFile(path, content)
    expect(readSecretFile(path)).toEqual({ problem })
  })

  it('is of no use when there is none, or when it is something else', () => {
    spawnSync('sh', ['-c', makePipe, join(folder, 'pipe')])
    expect(existsSync(join(folder, 'pipe'))).toBe(true)
    for (const name of ['nowhere', 'a\0b', '', 'pipe']) {
      expect(readSecretFile(join(folder, name))).toEqual({ problem: 'cannot be read' })
    }
  })
})
