import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'
import { agencies } from '../../../scripts/agencies.mjs'

const root = join(import.meta.dirname, '../../..')
/** Three of each agency, and four that are not. */
const count = 3 * agencies.length + 4
let parent: string
let folder: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'satu-atap-secrets-'))
  folder = join(parent, 'secrets')
})

afterEach(() => rm(parent, { recursive: true }))

/** What the command prints. */
function make(commandArguments: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const options = { cwd: root, env: environment, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/secrets.mjs', ...commandArguments], options)
  expect([status, stderr]).toEqual([0, ''])
  return stdout
}

async function readFolder(): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder)
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']))
}

describe('npm run secrets', () => {
  test('prints them all where it is given no folder, different ones each time', () => {
    const [once, again] = [make([]), make([])]
    expect(once).toMatch(/^CALL_SECRET=[\w-]{43}$/m)
    expect(once).toMatch(/^PLACEMENT_DATABASE_URL=postgres:\/\/placement:[\w-]{43}@postgres:5432\/placement$/m)
    expect(new Set([...once.split('\n'), ...again.split('\n')]).size).toBe(2 * count + 1)
  })

  test('writes each to a file that a container may read, in a folder that nobody else may enter, and prints none', async () => {
    expect(make([folder])).toBe('')
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const names = await readdir(folder)
    expect(names).toHaveLength(count)
    for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o444)
  })

  test('leaves what is there already, and makes what is missing fit to it', async () => {
    make([folder])
    const before = await readFolder()
    await rm(join(folder, 'HEALTH_CALL_KEY'))
    await rm(join(folder, 'HEALTH_DATABASE_URL'))
    await rm(join(folder, 'CACHE_SECRET'))
    make([folder], { CALL_SECRET: 'another' })
    const after = await readFolder()
    expect(after['CACHE_SECRET']).not.toBe(before['CACHE_SECRET'])
    expect(after).toEqual({ ...before, CACHE_SECRET: after['CACHE_SECRET'] })
  })

  test('takes over what the environment has', async () => {
    const given = { CALL_SECRET: 'a secret of before', IDENTITY_DATABASE_PASSWORD: 'p@ss/word' }
    make([folder], given)
    expect(await readFolder()).toMatchObject({
      ...given,
      IDENTITY_CALL_KEY: deriveCallKey('a secret of before', 'identity'),
      IDENTITY_DATABASE_URL: 'postgres://identity:p%40ss%2Fword@postgres:5432/identity',
    })
  })
})
