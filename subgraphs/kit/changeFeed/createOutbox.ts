import type { Database } from '../Database.ts'
import type { ChangeEvent } from './ChangeEvent.ts'

/** The changes that gateways have still to be told of, as `kit/migrations` keeps them. */
export interface Outbox {
  /** The first changes that a gateway does not know, at most so many, in the order in which they were written. */
  readonly read: (gateway: string, limit: number, signal: AbortSignal) => Promise<readonly ChangeEvent[]>
  /**
   * How many changes wait for a gateway. Before they are counted, every 5,000 of them, which cost more one by one than a cold
   * cache, become one change of everything: what waits for a gateway that is away stays bounded. A signal ends it between two rounds.
   */
  readonly shorten: (gateway: string, signal: AbortSignal) => Promise<number>
  /** Notes that a gateway knows these; what all know is deleted. */
  readonly acknowledge: (gateway: string, ids: readonly string[]) => Promise<void>
  /** Writes a change of everything that the agency answers, and deletes what waited for gateways that are no longer told. */
  readonly begin: (signal: AbortSignal) => Promise<void>
}

/** Changes that may wait for a gateway one by one; also how many rows a statement changes at most. */
const most = 5_000

const unread = `
  SELECT id, type, key FROM outbox WHERE NOT acknowledged @> ARRAY[$1] ORDER BY id LIMIT $2`

// Locks the rows first, so that of two gateways that acknowledge at once, the later one sees what the other wrote.
const mark = `
  UPDATE outbox SET acknowledged = acknowledged || $1::text
  WHERE id IN (SELECT id FROM outbox WHERE id = ANY($2::bigint[]) ORDER BY id FOR UPDATE)`

const remove = 'DELETE FROM outbox WHERE id = ANY($1::bigint[]) AND acknowledged @> $2::text[]'

const waiting = 'SELECT id FROM outbox WHERE NOT acknowledged @> ARRAY[$1] ORDER BY id LIMIT $2'

const removeKnown = `
  WITH gone AS (
    DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE acknowledged @> $1::text[] ORDER BY id LIMIT $2) RETURNING 1
  )
  SELECT count(*)::int AS count FROM gone`

/** The outbox of an agency whose changes these gateways, by their addresses, have to know. */
export function createOutbox(database: Database, gateways: readonly string[]): Outbox {
  const othersThan = (gateway: string): readonly string[] => gateways.filter((other) => other !== gateway)

  async function markAndRemove(transaction: Database, gateway: string, ids: readonly string[]): Promise<void> {
    await transaction.query(mark, [gateway, ids])
    await transaction.query(remove, [ids, gateways])
  }
  return {
    read: (gateway, limit, signal) => database.query<ChangeEvent>(unread, [gateway, limit], signal),
    async shorten(gateway, signal) {
      for (;;) {
        const rows = await database.query<Pick<ChangeEvent, 'id'>>(waiting, [gateway, most], signal)
        if (rows.length < most) return rows.length
        await database.transaction(async (transaction) => {
          await transaction.query('INSERT INTO outbox (acknowledged) VALUES ($1)', [othersThan(gateway)])
          await markAndRemove(
            transaction,
            gateway,
            rows.map(({ id }) => id),
          )
        })
      }
    },
    async acknowledge(gateway, ids) {
      if (othersThan(gateway).length === 0) {
        await database.query(remove, [ids, []])
        return
      }
      await database.transaction((transaction) => markAndRemove(transaction, gateway, ids))
    },
    async begin(signal) {
      let removed = most
      while (removed === most) {
        const [row] = await database.query<{ readonly count: number }>(removeKnown, [gateways, most], signal)
        removed = row?.count ?? 0
      }
      await database.query('INSERT INTO outbox DEFAULT VALUES', [], signal)
    },
  }
}
