import type pg from 'pg'
import { fault } from '../../platform/fault.ts'
import { nameStatement } from './nameStatement.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Sends a statement on a connection of the pool and answers its rows. Rejects with DEADLINE_EXCEEDED as soon as `signal`
 * aborts, and closes the connection when it waits in vain; or when the server's own time limit comes first.
 */
export async function queryWithin<Row>(
  pool: pg.Pool,
  statement: Statement,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  if (signal.aborted) throw fault('DEADLINE_EXCEEDED')
  const { promise: late, reject } = Promise.withResolvers<never>()
  const giveUp = (): void => reject(fault('DEADLINE_EXCEEDED'))
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([run<Row>(pool, statement, signal), late])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

async function run<Row>(pool: pg.Pool, { text, values }: Statement, signal: AbortSignal): Promise<readonly Row[]> {
  const client = await pool.connect()
  if (signal.aborted) {
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
    throw isCancelled(error) ? fault('DEADLINE_EXCEEDED') : error
  }
}

type GiveBack = (state: { readonly broken: boolean }) => void

/** Gives the connection back once: when told to, or broken when the signal aborts, which fails the statement on it. */
function lend(client: pg.PoolClient, signal: AbortSignal): GiveBack {
  const abandon = (): void => giveBack({ broken: true })
  let lent = true
  signal.addEventListener('abort', abandon, { once: true })
  return giveBack

  function giveBack({ broken }: { readonly broken: boolean }): void {
    if (!lent) return
    lent = false
    signal.removeEventListener('abort', abandon)
    client.release(broken)
  }
}

/** PostgreSQL's `query_canceled`, which a statement's time limit leads to. */
function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}
