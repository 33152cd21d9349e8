import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { endProcess } from './endProcess.mjs'
import { projectRoot } from './projectRoot.mjs'
import { startTestServices } from './startTestServices.mjs'

const interrupted = 130 // As a shell says it: 128 and the number of SIGINT.
const ending = [
  { signal: 'SIGTERM', limit: 3000 },
  { signal: 'SIGKILL', limit: 1000 },
]

/**
 * Runs Jest under the Node of the project, against real services, and resolves with its exit code. Coverage is measured
 * when no arguments ask for a part of the suite. What came of it is in coverage/jest-results.json.
 *
 * @param {{ readonly arguments: readonly string[], readonly environment: NodeJS.ProcessEnv, readonly signal: AbortSignal,
 *   readonly jest?: string, readonly results?: string }} options
 *   when `signal` fires, everything is stopped
 */
export async function runTests(options) {
  const { environment, signal } = options
  let services
  try {
    services = await startTestServices({ environment, signal })
    return await runJest({ ...options, environment: { ...environment, ...services.environment } })
  } catch (error) {
    if (signal.aborted) return interrupted
    console.error(error.message)
    return 1
  } finally {
    await services?.stop()
  }
}

async function runJest(options) {
  options.signal.throwIfAborted()
  const { environment, signal, jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js') } = options
  const { results = join(projectRoot, 'coverage', 'jest-results.json') } = options
  mkdirSync(join(results, '..'), { recursive: true })
  rmSync(results, { force: true })
  const extent = options.arguments.length === 0 ? ['--coverage'] : options.arguments
  const command = [jest, '--maxWorkers=2', '--json', `--outputFile=${results}`, ...extent]
  const node = join(projectRoot, 'node_modules', '.bin', 'node')
  const child = spawn(node, command, { cwd: projectRoot, env: environment, stdio: 'inherit' })
  const stop = () => endProcess(child, ending)
  signal.addEventListener('abort', stop)
  const [status] = await once(child, 'exit')
  signal.removeEventListener('abort', stop)
  return signal.aborted ? interrupted : (status ?? 1)
}
