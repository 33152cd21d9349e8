import pg from 'pg'

/** A transaction that stays open until it is committed. */
export interface OpenTransaction {
  readonly run: (statement: string) => Promise<void>
  /** Commits it and closes its connection. */
  readonly commit: () => Promise<void>
}

/** Opens a transaction on a connection of its own. */
export async function openTransaction(url: string): Promise<OpenTransaction> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN')
  return {
    async run(statement) {
      await client.query(statement)
    },
    async commit() {
      await client.query('COMMIT')
      await client.end()
    },
  }
}
