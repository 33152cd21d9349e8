import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface EndedCommand {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

export interface CommandOptions {
  /** These environment variables and no others of ours. */
  readonly variables: Readonly<Record<string, string>>
  /** What it reads from its standard input. */
  readonly input?: string
}

/** Runs a command of the gateway, such as `cacheCommand`, as a process. */
export async function runCommand(
  name: string,
  commandArguments: readonly string[],
  { variables, input = '' }: CommandOptions,
): Promise<EndedCommand> {
  const entry = join(import.meta.dirname, `../../gateway/${name}.ts`)
  const child = spawn(process.execPath, [entry, ...commandArguments], {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const output: string[] = []
  const errors: string[] = []
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  // A command that reads nothing may end before it is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  await once(child, 'close')
  return { status: child.exitCode, output: output.join(''), errors: errors.join('') }
}
