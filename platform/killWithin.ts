import { spawn } from 'node:child_process'

/** Milliseconds that a process has to end by itself: to write its last lines, and for what is on its way to a disk. */
const moment = 1000

/**
 * Kills a process of this machine that is still there a moment later. Another one does it, since whoever waits in `exit` can do nothing
 * any more. Throws nothing: where none can be started, nobody is killed.
 */
export function killWithin(pid: number): void {
  const command = `sleep ${moment / 1000}; kill -9 ${pid}`
  try {
    spawn('/bin/sh', ['-c', command], { detached: true, stdio: 'ignore' })
      .on('error', () => undefined)
      .unref()
  } catch {
    // Without memory for another process, or the right to start one.
  }
}
