import { join } from 'node:path'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import type { RunningSystem, World } from './System.ts'
import { startProcess } from './startProcess.ts'

/** Starts Hive Gateway on the supergraph, in one process, as every other one of those in JavaScript. */
export async function startHive(world: World): Promise<RunningSystem> {
  const program = join(await world.peers(), 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js')
  const port = await findFreePort()
  const options = ['--host', '127.0.0.1', '--port', String(port), '--fork', '1']
  const command = [process.execPath, program, 'supergraph', world.supergraphPath, ...options]
  return startProcess({ name: 'hive', command, url: `http://127.0.0.1:${port}/graphql` }, world)
}
