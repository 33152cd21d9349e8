import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { findRedisServer } from './findRedisServer.mjs'

const install = ['apt-get', 'install', '-y', '-o', 'DPkg::Lock::Timeout=120', '--no-install-recommends', 'redis-server']

/** The package would run a server of its own on port 6379, now and at every start of the machine. */
const quiet = existsSync('/run/systemd/system')
  ? ['systemctl', 'disable', '--now', 'redis-server.service']
  : ['service', 'redis-server', 'stop']

/**
 * Brings a Redis server: the path of the one on PATH, else, as root on Debian or Ubuntu, of one installed from there,
 * whose service does not run. Throws an error that says what to do.
 *
 * @param {{ readonly environment: NodeJS.ProcessEnv, readonly signal?: AbortSignal, readonly uid?: number,
 *   readonly run?: (command: readonly string[], options: { readonly signal?: AbortSignal }) => Promise<number> }} options
 *   `uid` and `run` are the process's own unless a test says otherwise; `run` resolves with an exit status
 * @returns {Promise<string>}
 */
export async function installRedis({ environment, signal, uid = process.getuid?.(), run = runCommand }) {
  const found = findRedisServer(environment)
  if (found !== undefined) return found
  if (uid === 0 && (await run(['apt-get', '--version'], { signal })) === 0) {
    console.error('Installing redis-server, which tests need...')
    // The lists of packages are missing on a fresh machine, and on one of last month they name versions that are gone.
    const installed =
      (await run(install, { signal })) === 0 ||
      ((await run(['apt-get', 'update'], { signal })) === 0 && (await run(install, { signal })) === 0)
    if (installed) await run(quiet, { signal })
  }
  return findRedisServer(environment) ?? failWithoutRedis()
}

/** Resolves with the exit status of the command, 127 where there is no such program. */
async function runCommand([file, ...rest], { signal }) {
  signal?.throwIfAborted()
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const child = spawn(file, rest, { env, stdio: 'ignore', signal })
  try {
    const [status] = await once(child, 'exit')
    return status ?? 1
  } catch (error) {
    signal?.throwIfAborted()
    if (error.code === 'ENOENT') return 127
    throw error
  }
}

function failWithoutRedis() {
  throw new Error(
    'Tests need a Redis server. Install redis-server (or valkey-server) so that it is on PATH: ' +
      '`sudo apt-get install redis-server` on Debian and Ubuntu, `brew install redis` on macOS.',
  )
}
