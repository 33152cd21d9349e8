import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { projectRoot } from '../../scripts/projectRoot.mjs'
import type { RunningSystem, World } from './System.ts'
import { startProcess } from './startProcess.ts'

/** Starts the gateway of this project as in production, with its defaults but for the variables given. */
export async function startOurs(
  name: string,
  variables: Readonly<Record<string, string>>,
  world: World,
): Promise<RunningSystem> {
  const port = await findFreePort()
  const addresses = [...world.agencies.urls].map(([agency, url]) => [variableOf(agency), url] as const)
  const environment = {
    PORT: String(port),
    METRICS_PORT: '0',
    CALL_SECRET: randomBytes(32).toString('hex'),
    CACHE_SECRET: randomBytes(32).toString('hex'),
    LEDGER_SECRET: randomBytes(32).toString('hex'),
    ...Object.fromEntries(addresses),
    ...variables,
  }
  const command = [process.execPath, join(projectRoot, 'gateway', 'index.ts')]
  return startProcess({ name, command, environment, url: `http://127.0.0.1:${port}/graphql` }, world)
}

function variableOf(agency: string): string {
  return `${agency.toUpperCase().replaceAll('-', '_')}_URL`
}
