import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { installPeers } from '../../../../bench/systems/installPeers.ts'

let folder = ''
const said: string[] = []

/** An npm that notes that it ran, and then does this. */
async function writeNpm(script: string): Promise<string> {
  const path = join(folder, 'npm')
  await writeFile(path, `#!/bin/sh\necho "$*" >> runs\n${script}\n`, { mode: 0o755 })
  return path
}

async function install(npm: string): Promise<string> {
  return installPeers({ folder, npm, signal: new AbortController().signal, say: (line) => said.push(line) })
}

async function runs(): Promise<readonly string[]> {
  return (await readFile(join(folder, 'runs'), 'utf8')).trim().split('\n')
}

beforeEach(async () => {
  said.length = 0
  folder = await mkdtemp(join(tmpdir(), 'peers-'))
  await writeFile(join(folder, 'package-lock.json'), '{ "packages": {} }')
})

afterEach(() => rm(folder, { recursive: true }))

describe('the peers', () => {
  it('are installed as their lock says, once, without scripts', async () => {
    const npm = await writeNpm('mkdir -p node_modules')
    expect(await install(npm)).toBe(folder)
    expect(await install(npm)).toBe(folder)
    expect(await runs()).toEqual([expect.stringMatching(/^ci .*--ignore-scripts/)])
    expect(said).toEqual(['Installing the peers, which takes about a minute…'])
  })

  it('are installed again when their lock changes', async () => {
    const npm = await writeNpm('mkdir -p node_modules')
    await install(npm)
    await writeFile(join(folder, 'package-lock.json'), '{ "packages": { "a": {} } }')
    await install(npm)
    expect(await runs()).toHaveLength(2)
  })

  it('are told with the reason when npm cannot install them, and tried again', async () => {
    const npm = await writeNpm('echo "npm error network" >&2; exit 1')
    await expect(install(npm)).rejects.toThrow('npm could not install it: npm error network')
    await expect(install(npm)).rejects.toThrow('npm could not install it: npm error network')
    expect(await runs()).toHaveLength(2)
  })

  it('are told with the reason when there is no npm', async () => {
    await expect(install(join(folder, 'nothing'))).rejects.toThrow(/^npm could not install it: .*ENOENT/)
  })
})
