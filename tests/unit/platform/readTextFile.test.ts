import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TooLargeError } from '../../../platform/TooLargeError.ts'
import { readTextFile } from '../../../platform/readTextFile.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'satu-atap-text-'))
  writeFileSync(join(folder, 'text'), 'kartu tanda penduduk — é')
  symlinkSync('text', join(folder, 'link'))
  mkdirSync(join(folder, 'folder'))
  spawnSync('mkfifo', [join(folder, 'pipe')])
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string, mostBytes = 100): Promise<string> => readTextFile(join(folder, name), mostBytes)

describe('a file of text', () => {
  it.each(['text', 'link'])('is read: %s', async (name) => {
    expect(await read(name)).toBe('kartu tanda penduduk — é')
  })

  it('may not be larger than it may', async () => {
    await expect(read('text', 20)).rejects.toThrow(TooLargeError)
  })

  it('is no pipe, and nobody waits for one that nobody writes to', async () => {
    await expect(read('pipe')).rejects.toThrow('It is no regular file.')
  })

  it('is no folder', async () => {
    await expect(read('folder')).rejects.toThrow('It is no regular file.')
  })

  it('is missed by the code of the operating system', async () => {
    await expect(read('nothing')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
