import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A gateway as a process of its own. */
export interface SpawnedGateway {
  /** Resolves with the graph's address when the process says that it can serve. */
  readonly ready: Promise<string>
  readonly exited: Promise<ExitedGateway>
  /** How often the process has opened a connection to anywhere. */
  readonly connections: () => number
  readonly signal: (signal: NodeJS.Signals) => void
}

export interface ExitedGateway {
  readonly status: number | null
  readonly output: string
  readonly errors: string
}

interface GatewayMessage {
  readonly type: 'ready' | 'connection'
  readonly url: string
}

const root = join(import.meta.dirname, '../..')

/** Starts `gateway/index.ts` with these environment variables and no others of ours. */
export function spawnGateway(variables: Readonly<Record<string, string>>): SpawnedGateway {
  const child = fork(join(root, 'gateway/index.ts'), [], {
    env: { PATH: process.env['PATH'], PORT: '0', METRICS_PORT: '0', ACCESS: 'open', ...variables },
    execArgv: ['--import', join(root, 'tests/support/tellConnections.mjs')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output: string[] = []
  const errors: string[] = []
  let connections = 0
  child.stdout?.on('data', (chunk) => output.push(String(chunk)))
  child.stderr?.on('data', (chunk) => errors.push(String(chunk)))
  const ready = new Promise<string>((resolve) => {
    child.on('message', (message) => {
      const { type, url } = message as GatewayMessage
      if (type === 'ready') resolve(url)
      else connections += 1
    })
  })
  const exited = once(child, 'close').then(() => ({
    status: child.exitCode,
    output: output.join(''),
    errors: errors.join(''),
  }))
  return { ready, exited, connections: () => connections, signal: (signal) => void child.kill(signal) }
}
