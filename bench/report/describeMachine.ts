import { readFileSync } from 'node:fs'
import { arch, cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../scripts/projectRoot.mjs'

/** Where and with what a benchmark ran. */
export interface Machine {
  readonly date: string
  readonly processor: string
  readonly cores: number
  /** In GiB. */
  readonly memory: number
  readonly system: string
  /** Of Node and of the packages that are measured. */
  readonly versions: Readonly<Record<string, string>>
}

const pins = z.record(z.string(), z.string()).default({})

const manifest = z.object({ dependencies: pins, optionalDependencies: pins })

/** Describes this machine, and what is pinned here. */
export function describeMachine(now: Date): Machine {
  const { '@apollo/gateway': gateway = '', '@apollo/server': server = '', undici = '', ioredis = '' } = pinned('.')
  return {
    date: now.toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()} ${arch()}`,
    versions: {
      node: process.versions.node,
      '@apollo/gateway': gateway,
      '@apollo/server': server,
      undici,
      ioredis,
      ...pinned(join('bench', 'peers')),
    },
  }
}

function pinned(folder: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(projectRoot, folder, 'package.json'), 'utf8')
  const { dependencies, optionalDependencies } = manifest.parse(JSON.parse(text))
  return { ...dependencies, ...optionalDependencies }
}
