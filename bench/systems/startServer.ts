import { join } from 'node:path'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import type { RunningSystem, World } from './System.ts'
import { startProcess } from './startProcess.ts'

/** Starts one of the servers in `bench/servers` with these environment variables. */
export async function startServer(
  name: string,
  variables: Readonly<Record<string, string>>,
  world: World,
): Promise<RunningSystem> {
  const port = await findFreePort()
  const command = [process.execPath, join(import.meta.dirname, '..', 'servers', `${name}.ts`)]
  const environment = { PORT: String(port), ...variables }
  return startProcess({ name, command, environment, url: `http://127.0.0.1:${port}/` }, world)
}
