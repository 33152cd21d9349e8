import pg from 'pg'

/** Runs one statement on a connection of its own and answers its rows. Rejects with what the server said. */
export async function runStatement(url: string, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(text)
    return rows
  } finally {
    await client.end()
  }
}
