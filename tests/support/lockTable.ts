import pg from 'pg'

/** A lock that lasts until it is given up. */
export interface TableLock {
  readonly release: () => Promise<void>
}

/** Locks a table against everybody else, so that every statement on it waits. */
export async function lockTable(url: string, table: string): Promise<TableLock> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return { release: () => client.end() }
}
