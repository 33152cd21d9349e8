/** `npm test`: sets everything up and runs the suite, or the part that the arguments name. */
import { ensureInstalled } from './ensureInstalled.mjs'
import { projectRoot } from './projectRoot.mjs'
import { stopRequest } from './stopRequest.mjs'

try {
  await ensureInstalled(projectRoot)
  const { runTests } = await import('./runTests.mjs') // What it imports was perhaps installed a moment ago.
  process.exitCode = await runTests({
    arguments: process.argv.slice(2),
    environment: process.env,
    signal: stopRequest(),
  })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
