import type { Database } from '../../subgraphs/kit/Database.ts'

/** A row that a seed would insert, by column. */
export type InsertedRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface InsertRecorder {
  readonly database: Database
  /** The rows for a table so far, in order. */
  readonly rowsOf: (table: string) => readonly InsertedRow[]
}

/** A database that keeps what `insertRows` gives it, and does nothing else. */
export function recordInserts(): InsertRecorder {
  const rows = new Map<string, InsertedRow[]>()
  const database: Database = {
    query(text, values = []) {
      const table = /^INSERT INTO (\w+) /.exec(text)?.[1] ?? ''
      const inserted = JSON.parse(String(values[0])) as readonly InsertedRow[]
      rows.set(table, [...(rows.get(table) ?? []), ...inserted])
      return Promise.resolve([])
    },
    runScript: () => Promise.resolve(),
    transaction: (work) => work(database),
    close: () => Promise.resolve(),
  }
  return { database, rowsOf: (table) => rows.get(table) ?? [] }
}
