import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Agencies as a process of their own. */
export interface SpawnedAgencies {
  readonly signal: (signal: NodeJS.Signals) => void
  readonly exited: Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** Starts `subgraphs/main.ts` for these agencies with these environment variables and no others of ours; resolves once they serve. */
export async function spawnAgencies(
  names: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<SpawnedAgencies> {
  const child = fork(join(root, 'subgraphs/main.ts'), names, {
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'close').then(() => undefined)
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      if ((message as { readonly type: string }).type === 'ready') resolve()
    })
    child.once('exit', (code) => reject(new Error(`The agencies ended with ${code} before they served.`)))
  })
  return { exited, signal: (signal) => void child.kill(signal) }
}
