import { hash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prefixOf } from '../../platform/prefixOf.ts'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { projectRoot } from '../../scripts/projectRoot.mjs'
import { shapes } from '../workloads/shapes.ts'
import type { RunningSystem, World } from './System.ts'
import { startProcess } from './startProcess.ts'

/**
 * Starts the gateway of this project as in production, where what the benchmark asks is registered, with its defaults but for
 * the variables given.
 */
export async function startOurs(
  name: string,
  variables: Readonly<Record<string, string>>,
  world: World,
): Promise<RunningSystem> {
  const port = await findFreePort()
  const addresses = [...world.agencies.urls].map(([agency, url]) => [`${prefixOf(agency)}URL`, url] as const)
  const environment: Readonly<Record<string, string>> = {
    // As in production, but that nobody needs a token: its rivals ask for none.
    NODE_ENV: 'test',
    ACCESS: 'open',
    OPERATIONS: 'registered',
    PORT: String(port),
    METRICS_PORT: '0',
    CALL_SECRET: randomBytes(32).toString('hex'),
    CACHE_SECRET: randomBytes(32).toString('hex'),
    // The largest of its lists is beyond what anybody may ask for.
    MAX_PAGE_SIZE: '500',
    MAX_COST: '100000',
    LEDGER_PATH: join(world.folder, `${name}.ledger`),
    OPERATIONS_PATH: await registerShapes(join(world.folder, `${name}.operations.json`)),
    ...Object.fromEntries(addresses),
    ...variables,
  }
  const command = [process.execPath, join(projectRoot, 'gateway', 'index.ts')]
  const origin = `http://127.0.0.1:${port}`
  const guarded = environment['ACCESS'] === 'enforced' ? { askHeaders: () => askToken(origin) } : {}
  return startProcess({ name, command, environment, url: `${origin}/graphql`, ...guarded }, world)
}

/** What somebody sends who may see everything that the benchmark asks for. */
async function askToken(origin: string): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`${origin}/dev/token?as=bp2mi`, { signal: AbortSignal.timeout(5000) })
  return { authorization: `Bearer ${(await response.text()).trim()}`, 'x-purpose': 'supervision' }
}

/** Writes the manifest of what is asked of everybody, and answers its path. */
async function registerShapes(path: string): Promise<string> {
  const bodies = new Set(Object.values(shapes).map(({ query }) => query))
  const operations = Array.from(bodies, (body) => {
    const name = /\w+(?=\()/.exec(body)?.[0] ?? ''
    return { id: hash('sha256', body), name, type: 'query', body, purposes: ['supervision'] }
  })
  await writeFile(path, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }))
  return path
}
