import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { commandVariables } from './commandVariables.mjs'
import { endProcess } from './endProcess.mjs'
import { provideDatabases } from './provideDatabases.mjs'
import { startChild } from './startChild.mjs'

/** With what PostgreSQL may take after them, less than five seconds. */
const ending = [
  { signal: 'SIGTERM', limit: 2200 },
  { signal: 'SIGKILL', limit: 300 },
]

/**
 * The six agencies, the gateway and their databases as one thing to start and stop.
 *
 * @param {{ readonly agencies: readonly { readonly name: string, readonly prefix: string, readonly port: number }[],
 *   readonly commands: { readonly agencies: readonly [string, ...string[]], readonly gateway: readonly [string, ...string[]] },
 *   readonly root: string, readonly dataDir: string, readonly environment: NodeJS.ProcessEnv, readonly signal: AbortSignal,
 *   readonly onProgress: (message: { readonly agency: string, readonly done: number, readonly total: number }) => void }} options
 * @returns {{ readonly start: () => Promise<string>, readonly failed: Promise<never>, readonly stop: () => Promise<void> }}
 *   `start` resolves with the gateway's URL when everything is ready; `failed` rejects when a part ends or `signal`
 *   fires; `stop` resolves when nothing runs any more, the databases last
 */
export function createWhole({ agencies, commands, root, dataDir, environment, signal, onProgress }) {
  const halt = new AbortController()
  const children = []
  let databases
  let fail
  const failed = new Promise((_, reject) => (fail = reject))
  failed.catch(() => {}) // It may fail while nobody waits: during the self-check, or when it is stopped already.
  signal.addEventListener('abort', () => fail(signal.reason))

  const logs = join(dataDir, 'logs')
  const shared = { ...environment, NODE_COMPILE_CACHE: join(dataDir, 'compile-cache') }

  function startPart(name, more) {
    halt.signal.throwIfAborted()
    const log = join(logs, `${name}.log`)
    const options = { name, command: commands[name], cwd: root, log, onProgress }
    const part = startChild({ ...options, environment: { ...shared, ...more } })
    children.push(part.child)
    part.failed.catch((error) => fail(error))
    return part.ready
  }

  async function start() {
    makeFolder(logs)
    const log = join(logs, 'postgres.log')
    const home = join(dataDir, 'postgres')
    databases = provideDatabases({ agencies, environment, dataDir: home, log, signal: halt.signal })
    const ledger = environment.LEDGER_PATH ?? join(dataDir, 'ledger')
    const gateway = startPart('gateway', { LEDGER_PATH: ledger, ...urlsOf(agencies, environment) })
    const { environment: urls, failed: lost } = await databases
    lost.catch((error) => fail(error))
    const told = { GATEWAY_URLS: environment.GATEWAY_URLS ?? originOf(environment) }
    await startPart('agencies', { SEED_APPLICANTS: environment.SEED_APPLICANTS ?? '2000', ...told, ...urls })
    return (await gateway).url
  }

  return {
    failed,
    start: () => Promise.race([start(), failed]),
    async stop() {
      halt.abort()
      await Promise.all(children.map((child) => endProcess(child, ending)))
      await databases?.then(
        (provided) => provided.stop(),
        () => {}, // It never came up, and has said so.
      )
    },
  }
}

function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
  } catch (error) {
    const { allowed } = commandVariables.DATA_DIR
    throw new Error(`DATA_DIR has a value that is not allowed (${error.code}). Allowed is ${allowed}.`, {
      cause: error,
    })
  }
}

/** Where the agencies find the gateway, to tell it of changes. */
function originOf({ HOST: host = '127.0.0.1', PORT: port = '4000' }) {
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
}

/** Where the gateway finds agencies whose ports were changed; the supergraph knows only the default ones. */
function urlsOf(agencies, environment) {
  const moved = agencies.filter(({ prefix }) => environment[`${prefix}PORT`] && !environment[`${prefix}URL`])
  const host = environment.HOST ?? '127.0.0.1'
  const urls = moved.map(({ prefix }) => [`${prefix}URL`, `http://${host}:${environment[`${prefix}PORT`]}/graphql`])
  return Object.fromEntries(urls)
}
