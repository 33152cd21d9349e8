import type pg from 'pg'
import { fault } from '../../platform/fault.ts'
import { untilAborted } from '../../platform/untilAborted.ts'
import { nameStatement } from './nameStatement.ts'
import { takeConnection } from './takeConnection.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Milliseconds that a statement which was given up keeps its place in the pool at most; the server ends it long before. */
const patience = 1_000

/**
 * Sends a statement on a connection of the pool and answers its rows. Rejects with DEADLINE_EXCEEDED as soon as `signal`
 * aborts, or when a time limit of the statement comes first, and with a ConnectionError. What was given up is ended on the server, and only then is there room
 * for another connection, so that the server never has more of them than the pool.
 */
export async function queryWithin<Row>(
  pool: pg.Pool,
  statement: Statement,
  signal: AbortSignal | undefined,
): Promise<readonly Row[]> {
  if (signal === undefined) return run<Row>(pool, statement, signal)
  if (signal.aborted) throw fault('DEADLINE_EXCEEDED')
  return untilAborted(run<Row>(pool, statement, signal), signal, () => fault('DEADLINE_EXCEEDED'))
}

async function run<Row>(
  pool: pg.Pool,
  { text, values }: Statement,
  signal: AbortSignal | undefined,
): Promise<readonly Row[]> {
  const client = await takeConnection(pool)
  if (signal?.aborted === true) {
    client.release()
    throw fault('DEADLINE_EXCEEDED')
  }
  const giveBack = lend(client, signal)
  try {
    const statement = { name: nameStatement(text), text, values: [...values] }
    const { rows } = await client.query<Row & pg.QueryResultRow>(statement)
    giveBack({ broken: false })
    return rows
  } catch (error) {
    giveBack({ broken: true })
    throw isOverdue(error) ? fault('DEADLINE_EXCEEDED') : error
  }
}

type GiveBack = (state: { readonly broken: boolean }) => void

/**
 * Gives the connection back once. When the signal aborts, it says goodbye to the server, which then ends the statement and
 * closes the connection (see `withSettings`): that fails the statement here too. A server that is out of reach does neither.
 */
function lend(client: pg.PoolClient, signal: AbortSignal | undefined): GiveBack {
  let lent = true
  let limit: NodeJS.Timeout | undefined
  signal?.addEventListener('abort', abandon, { once: true })
  return giveBack

  function abandon(): void {
    limit = setTimeout(() => giveBack({ broken: true }), patience)
    client.connection.end()
  }

  function giveBack({ broken }: { readonly broken: boolean }): void {
    if (!lent) return
    lent = false
    signal?.removeEventListener('abort', abandon)
    clearTimeout(limit)
    client.release(broken || limit !== undefined)
  }
}

/** PostgreSQL's `query_canceled`, which its own time limit leads to, or what `pg` says where that did not answer at all. */
function isOverdue(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return 'code' in error ? error.code === '57014' : error.message === 'Query read timeout'
}
