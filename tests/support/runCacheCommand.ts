import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface EndedCommand {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

/** Runs `gateway/cacheCommand.ts` as a process, with these environment variables and no others of ours. */
export async function runCacheCommand(
  commandArguments: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<EndedCommand> {
  const entry = join(import.meta.dirname, '../../gateway/cacheCommand.ts')
  const child = spawn(process.execPath, [entry, ...commandArguments], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const errors: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  await once(child, 'close')
  return { status: child.exitCode, output: output.join(''), errors: errors.join('') }
}
