import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface InstallOptions {
  /** The folder of the peers' package.json. */
  readonly folder: string
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  /** The npm to run. */
  readonly npm?: string
}

/** Installs the peers as their lock says, where they are not yet. Rejects with what npm says where it cannot. */
export async function installPeers({ folder, signal, say, npm = 'npm' }: InstallOptions): Promise<string> {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8')
  // Written when all is there, so that half an installation is none.
  const installed = join(folder, 'node_modules', '.installed-lock')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return folder
  say('Installing the peers, which takes about a minute…')
  const { status, errors } = await runNpm(npm, folder, signal)
  if (status !== 0) throw new Error(`npm could not install it: ${reasonOf(errors)}`)
  writeFileSync(installed, lock)
  return folder
}

interface Ended {
  readonly status: number | null
  readonly errors: string
}

/** None of the peers needs its scripts, and nobody has read them, so they do not run. */
function runNpm(npm: string, folder: string, signal: AbortSignal): Promise<Ended> {
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(npm, options, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], signal })
  const { promise, resolve } = Promise.withResolvers<Ended>()
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  child.on('error', (error) => (errors += error.message))
  child.on('close', (status) => resolve({ status, errors }))
  return promise
}

/** What npm says first of its error; the rest is where in npm it met it. */
function reasonOf(errors: string): string {
  const lines = errors.trim().split('\n')
  const said = lines.filter((line) => line.startsWith('npm error'))
  return (said.length > 0 ? said : lines).slice(0, 3).join(' ')
}
