import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Larger than any process number of Linux or macOS. */
const nobody = '4194305'

/**
 * Makes way for a new PostgreSQL on a data folder whose last one did not end in peace. PostgreSQL copes with the lock of
 * a dead process by itself, after a look at the shared memory that may outlive it, but takes any living process with
 * that number for its predecessor: where it is another program, the lock gets a number that no process can have. A
 * predecessor that is just stopping, because its parent died, gets the time to. Throws when it stays.
 *
 * @param {string} cluster
 * @param {{ readonly patience?: number }} [options] milliseconds to wait for a predecessor
 */
export async function clearStaleLock(cluster, { patience = 5000 } = {}) {
  const lock = join(cluster, 'postmaster.pid')
  const limit = Date.now() + patience
  while (existsSync(lock)) {
    const content = readFileSync(lock, 'utf8')
    const pid = Number.parseInt(content, 10)
    if (!(pid > 0)) return rmSync(lock, { force: true })
    if (!isRunning(pid)) return
    if (!isPostgresOn(cluster, pid)) return writeFileSync(lock, content.replace(/^\d+/, nobody))
    if (Date.now() > limit) {
      throw new Error(
        `Another PostgreSQL (process ${pid}) uses ${cluster}. Stop it, or the \`npm start\` it belongs to.`,
      )
    }
    await pause(50)
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isPostgresOn(cluster, pid) {
  const commandLine = existsSync('/proc/self/cmdline') ? fromProc(pid) : fromPs(pid)
  return commandLine.includes(cluster)
}

function fromProc(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function fromPs(pid) {
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)]).stdout?.toString() ?? ''
}
