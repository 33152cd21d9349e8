import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'

const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** One call that flushes the file system takes half a second where one a file takes several. Only Linux has it. */
const flush = ['--sync-only', ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : [])]

/** Anybody who has a role may otherwise look around in these. */
const closeTheDoors = 'REVOKE ALL ON DATABASE postgres, template0, template1 FROM PUBLIC'

/**
 * Makes a PostgreSQL data folder with a superuser `postgres` who needs the password, and no database that other roles
 * may connect to. The folder appears complete or not at all, also when the machine stops meanwhile.
 *
 * @param {{ readonly initdb: string, readonly postgres: string, readonly cluster: string, readonly password: string,
 *   readonly durable: boolean, readonly prepare: (draft: string) => Promise<void>, readonly signal?: AbortSignal,
 *   readonly account?: { readonly uid: number, readonly gid: number },
 *   readonly runAs: ReturnType<typeof import('./commandAs.mjs').commandAs> }} options
 *   `prepare` may fill the folder before it appears, carelessly, since it is flushed as a whole afterwards
 */
export async function initialiseCluster(options) {
  const { initdb, postgres, cluster, password, durable, prepare, account, runAs, signal } = options
  const draft = `${cluster}.draft`
  const passwordFile = `${cluster}.password`
  const run = (command, input) => runToEnd([...runAs.prefix, ...command], { ...runAs.ids, signal }, input)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    const checks = durable ? [] : ['--no-data-checksums']
    await run([initdb, '-D', draft, ...access, ...locale, ...checks, '--no-sync', '--no-instructions'])
    await run([postgres, '--single', '-D', draft, '-c', 'fsync=off', 'postgres'], closeTheDoors)
    await prepare(draft)
    if (durable) await run([initdb, '-D', draft, ...flush])
    renameSync(draft, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function runToEnd([file, ...rest], options, input = '') {
  const child = spawn(file, rest, { ...options, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, stdio: 'pipe' })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  child.stdin.on('error', () => {}) // It ended before it had read; its status says why.
  child.stdin.end(input)
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`PostgreSQL could not make its data folder.\n${output.trim()}`)
}
