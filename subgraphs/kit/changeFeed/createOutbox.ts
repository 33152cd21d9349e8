import type { Database } from '../Database.ts'
import type { ChangeEvent } from './ChangeEvent.ts'

/** The changes that gateways have still to be told of, as `kit/migrations` keeps them. */
export interface Outbox {
  /** The first changes that a gateway does not know, at most so many, in the order in which they were written. */
  readonly read: (gateway: string, limit: number, signal: AbortSignal) => Promise<readonly ChangeEvent[]>
  /** Notes that a gateway knows these; what all know is deleted. */
  readonly acknowledge: (gateway: string, ids: readonly string[]) => Promise<void>
  /** Writes a change of everything that the agency answers, and deletes what waited for gateways that are no longer told. */
  readonly begin: () => Promise<void>
}

const unread = `
  SELECT id, type, key FROM outbox WHERE NOT acknowledged @> ARRAY[$1] ORDER BY id LIMIT $2`

// Locks the rows first, so that of two gateways that acknowledge at once, the later one sees what the other wrote.
const mark = `
  UPDATE outbox SET acknowledged = acknowledged || $1::text
  WHERE id IN (SELECT id FROM outbox WHERE id = ANY($2::bigint[]) ORDER BY id FOR UPDATE)`

const remove = 'DELETE FROM outbox WHERE id = ANY($1::bigint[]) AND acknowledged @> $2::text[]'

/** The outbox of an agency whose changes these gateways, by their addresses, have to know. */
export function createOutbox(database: Database, gateways: readonly string[]): Outbox {
  return {
    read: (gateway, limit, signal) => database.query<ChangeEvent>(unread, [gateway, limit], signal),
    async acknowledge(gateway, ids) {
      const others = gateways.filter((other) => other !== gateway)
      if (others.length === 0) {
        await database.query(remove, [ids, []])
        return
      }
      await database.transaction(async (transaction) => {
        await transaction.query(mark, [gateway, ids])
        await transaction.query(remove, [ids, gateways])
      })
    },
    async begin() {
      await database.query('DELETE FROM outbox WHERE acknowledged @> $1::text[]', [gateways])
      await database.query('INSERT INTO outbox DEFAULT VALUES')
    },
  }
}
