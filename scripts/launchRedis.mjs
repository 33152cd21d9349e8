import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endProcess } from './endProcess.mjs'
import { lastLines } from './lastLines.mjs'
import { spawnTethered } from './spawnTethered.mjs'

const startLimit = 20_000

/** A stopped process takes no SIGINT; it never holds anything that is worth the wait. */
const shutdown = [
  { signal: 'SIGINT', limit: 2000 },
  { signal: 'SIGKILL', limit: 1000 },
]

/**
 * Starts a Redis server on 127.0.0.1 that keeps nothing on disk, and resolves when it accepts connections. It stops when
 * `stop` is called or when this process ends, whatever ends it. Throws with the end of its log when it gives up instead.
 *
 * @param {{ readonly program: string, readonly folder: string, readonly port: number,
 *   readonly settings?: readonly string[], readonly file?: string, readonly signal?: AbortSignal }} options
 *   `folder` exists and is the server's own; `settings` are further arguments, such as `--maxmemory`, `1mb`;
 *   `file` holds settings that the server may write to
 * @returns {Promise<{ readonly port: number, readonly pid: number | undefined, readonly stop: () => Promise<void> }>}
 */
export async function launchRedis({ program, folder, port, settings = [], file, signal }) {
  signal?.throwIfAborted()
  const log = join(folder, 'redis.log')
  const given = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  const output = openSync(log, 'w')
  const child = spawnTethered([program, ...(file ? [file] : []), ...given, ...settings], {
    log: output,
    env: { PATH: process.env.PATH },
  })
  closeSync(output)
  const stop = () => endProcess(child, shutdown)
  try {
    await untilReady(child, log, signal)
  } catch (error) {
    await stop()
    throw signal?.aborted ? error : new Error(`Redis could not start.\n${lastLines(log, 20)}`, { cause: error })
  }
  return { port, pid: child.pid, stop }
}

async function untilReady(child, log, signal) {
  let ended = false
  for (const event of ['error', 'exit']) child.on(event, () => (ended = true))
  const limit = Date.now() + startLimit
  while (!(await readFile(log, 'utf8')).match(/Ready to accept connections|Sentinel ID is/)) {
    signal?.throwIfAborted()
    if (ended) throw new Error('It ended.')
    if (Date.now() > limit) throw new Error('It took too long.')
    await pause(10)
  }
}
