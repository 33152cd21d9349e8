import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endProcess } from './endProcess.mjs'
import { lastLines } from './lastLines.mjs'
import { spawnTethered } from './spawnTethered.mjs'

const startLimit = 60_000 // Recovery after a crash reads the log of everything since the last checkpoint.

/** Fast, then immediate, in which case the next start recovers from the log. */
const shutdown = [
  { signal: 'SIGINT', limit: 2200 },
  { signal: 'SIGQUIT', limit: 250 },
  { signal: 'SIGKILL', limit: 250 },
]

/** After a crash, one call that flushes the file system takes milliseconds where one a file takes seconds. */
const quickRecovery = process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []

const forgetful = ['fsync=off', 'full_page_writes=off']

/**
 * Starts a PostgreSQL server on a data folder that nobody uses, and resolves when it accepts connections. Throws with
 * the end of its log when it gives up instead. `ended` resolves when the server is gone, with the signal or the status
 * that it ended with.
 *
 * @param {{ readonly postgres: string, readonly cluster: string, readonly log: string, readonly port: number,
 *   readonly durable: boolean, readonly signal?: AbortSignal,
 *   readonly runAs: ReturnType<typeof import('./commandAs.mjs').commandAs> }} options
 * @returns {Promise<{ readonly port: number, readonly pid: number | undefined, readonly stop: () => Promise<void>,
 *   readonly ended: Promise<string> }>}
 */
export async function launchPostgres({ postgres, cluster, log, port, durable, signal, runAs }) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'jit=off', // It pays off for reports of seconds; ours are look-ups.
    'timezone=UTC',
    'wal_level=minimal', // Nobody replicates it, and filling new tables costs half.
    'max_wal_senders=0',
    ...quickRecovery,
    ...(durable ? [] : forgetful),
  ]
  const command = [postgres, '-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const output = openSync(log, 'w')
  const child = spawnTethered(command, { log: output, env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...runAs })
  closeSync(output)
  const ended = new Promise((resolve) => {
    child.on('exit', (status, killedBy) => resolve(killedBy ?? `status ${status}`))
  })
  const stop = () => endProcess(child, shutdown)
  try {
    await untilReady(child, cluster, signal)
  } catch (error) {
    await stop()
    throw signal?.aborted ? error : new Error(`PostgreSQL could not start.\n${lastLines(log, 20)}`, { cause: error })
  }
  return { port, pid: child.pid, ended, stop }
}

/** PostgreSQL says in its lock file when it is ready, after its own process number; `pg_ctl` waits in the same way. */
async function untilReady(child, cluster, signal) {
  let ended = false
  for (const event of ['error', 'exit']) child.on(event, () => (ended = true))
  const limit = Date.now() + startLimit
  while (!saysReady(join(cluster, 'postmaster.pid'), child.pid)) {
    signal?.throwIfAborted()
    if (ended) throw new Error('It ended.')
    if (Date.now() > limit) throw new Error('It took too long.')
    await pause(10)
  }
}

function saysReady(lock, pid) {
  try {
    const lines = readFileSync(lock, 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}
