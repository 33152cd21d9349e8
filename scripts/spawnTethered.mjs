import { spawn } from 'node:child_process'

/**
 * A watcher beside the program waits on a pipe whose other end only we hold. The kernel closes that end when we die,
 * even of SIGKILL, and the watcher then interrupts the program. A line on the pipe tells it that the program has ended.
 * It is started from a shell of its own, so that the program does not find a child that it never made.
 */
const tether = `
( { read -r _ <&3 || kill -INT $$; } & ) >/dev/null 2>&1
exec "$@" 3<&-`

/**
 * Starts a program that gets SIGINT when this process ends, however it ends, and not before: the terminal's Ctrl-C does
 * not reach it, because whoever started it decides the order of stopping. The child's pid is the program's own.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{ readonly log: number, readonly env?: NodeJS.ProcessEnv, readonly ids?: { readonly uid?: number, readonly gid?: number }, readonly prefix?: readonly string[] }} options
 *   `log` is the file descriptor for its output; `ids` and `prefix` as `commandAs` gives them
 */
export function spawnTethered(command, { log, env, ids = {}, prefix = [] }) {
  const [file, ...rest] = [...prefix, 'sh', '-c', tether, 'sh', ...command]
  const child = spawn(file, rest, { ...ids, env, cwd: '/', detached: true, stdio: ['ignore', log, log, 'pipe'] })
  const pipe = child.stdio[3]
  pipe.on('error', () => {}) // The watcher is gone, and with it the need for the line.
  child.on('exit', () => pipe.end('ended\n'))
  return child
}
