/** `npm start`: sets everything up and runs the agencies and the gateway until it is told to stop. */
import { join, resolve } from 'node:path'
import { agencies } from './agencies.mjs'
import { commandVariables } from './commandVariables.mjs'
import { ensureInstalled } from './ensureInstalled.mjs'
import { projectRoot } from './projectRoot.mjs'
import { stopRequest } from './stopRequest.mjs'
import { withoutEmpty } from './withoutEmpty.mjs'

try {
  await ensureInstalled(projectRoot)
  const { runEverything } = await import('./runEverything.mjs') // What it imports was perhaps installed a moment ago.
  const environment = withoutEmpty(process.env)
  const node = join(projectRoot, 'node_modules', '.bin', 'node')
  process.exitCode = await runEverything({
    agencies,
    commands: {
      agencies: [node, join('subgraphs', 'main.ts')],
      gateway: [node, join('gateway', 'index.ts')],
    },
    root: projectRoot,
    dataDir: resolve(projectRoot, environment.DATA_DIR ?? commandVariables.DATA_DIR.fallback),
    environment,
    output: process.stdout,
    signal: stopRequest(),
  })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
