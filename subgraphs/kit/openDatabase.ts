import { Socket } from 'node:net'
import pg from 'pg'
import type { Database, TransactionOptions } from './Database.ts'
import { nameStatement } from './nameStatement.ts'
import { queryWithin } from './queryWithin.ts'
import { takeConnection } from './takeConnection.ts'
import { withSettings } from './withSettings.ts'

export interface DatabaseOptions {
  readonly url: string
  /** Connections kept at most. */
  readonly connections: number
  /** Milliseconds after which the server ends a statement, and a wait for a connection fails; no answer a second later fails too. */
  readonly statementTimeout: number
  /** Told the text of every statement that is asked for. */
  readonly onStatement?: (text: string) => void
  /** Told when a connection breaks while nobody uses it. */
  readonly onIdleError?: (error: Error) => void
}

/** What `pg` takes for no limit: the longest that a timer can wait. */
const unlimited = 2_147_483_647

/** Opens a pool of connections. It connects at the first statement, so the database may come up later. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, connections, statementTimeout, onStatement, onIdleError } = options
  const sockets = new Set<Socket>()
  function openSocket(): Socket {
    const socket = new Socket()
    sockets.add(socket)
    return socket.once('close', () => sockets.delete(socket))
  }
  const pool = new pg.Pool({
    connectionString: withSettings(url),
    stream: openSocket,
    max: connections,
    statement_timeout: statementTimeout,
    // Where the server is out of reach, its own time limit is of no help.
    query_timeout: statementTimeout + 1_000,
    connectionTimeoutMillis: statementTimeout,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: textualDates(),
  })
  pool.on('error', (error) => onIdleError?.(error))
  // One that breaks in use fails the statement on it; without a listener, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))

  async function inTransaction<Result>(
    work: (database: Database) => Promise<Result>,
    { patient = false }: TransactionOptions = {},
  ): Promise<Result> {
    const limit = patient ? { query_timeout: unlimited } : {}
    const client = await takeConnection(pool)
    try {
      await client.query(patient ? 'BEGIN; SET LOCAL statement_timeout = 0' : 'BEGIN')
      const result = await work(databaseOver(client, { limit, onStatement }))
      await client.query({ text: 'COMMIT', ...limit })
      client.release()
      return result
    } catch (error) {
      // The server rolls back what its client leaves open, and a connection in an unknown state is of no use to anybody.
      client.release(true)
      throw error
    }
  }

  return {
    query(text, values = [], signal) {
      onStatement?.(text)
      return queryWithin(pool, { text, values }, signal)
    },
    async runScript(text) {
      await pool.query(text)
    },
    transaction: inTransaction,
    async close() {
      const ended = pool.end()
      // It would wait for connections that are being made or in use, as long as a server that says nothing takes.
      for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}

interface Connection {
  readonly limit: Pick<pg.ClientConfig, 'query_timeout'>
  readonly onStatement: DatabaseOptions['onStatement']
}

/** The database as a transaction sees it: everything on one connection. */
function databaseOver(client: pg.ClientBase, { limit, onStatement }: Connection): Database {
  const database: Database = {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      onStatement?.(text)
      const statement = { name: nameStatement(text), text, values: [...values], ...limit }
      const { rows } = await client.query<Row & pg.QueryResultRow>(statement)
      return rows
    },
    async runScript(text) {
      await client.query({ text, ...limit })
    },
    transaction: (work) => work(database),
    close: () => Promise.resolve(),
  }
  return database
}

/** Days stay `YYYY-MM-DD` and instants become RFC 3339 to the microsecond, so that no process can move or round them. */
function textualDates(): pg.TypeOverrides {
  const parsers = new pg.TypeOverrides()
  parsers.setTypeParser(pg.types.builtins.DATE, (text) => text)
  // Connections are in UTC, so this is what an instant looks like: 2026-11-24 04:00:00.123456+00.
  parsers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text.replace(' ', 'T').replace(/\+00$/, 'Z'))
  return parsers
}
