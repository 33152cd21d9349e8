import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Runs a program of `bench/` to its end, with these arguments. */
export function runBenchProgram(file: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('bench', file), ...args], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
