import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of one test file's own. */
export interface TestDatabase {
  readonly url: string
  /** Ends what is still connected to it, and drops it. */
  readonly drop: () => Promise<void>
}

/** Creates an empty database with a random name on the server that TEST_DATABASE_URL names as its superuser. */
export async function createTestDatabase(): Promise<TestDatabase> {
  // `npm test` starts a server, or finds one, and names it here.
  const adminUrl = process.env['TEST_DATABASE_URL']
  if (adminUrl === undefined) throw new Error('TEST_DATABASE_URL names no PostgreSQL server; `npm test` starts one.')
  const name = `test_${randomBytes(8).toString('hex')}`
  // Nobody can be connected to template0, so any number of test files may copy it at once.
  await runAlone(adminUrl, `CREATE DATABASE ${name} TEMPLATE template0`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runAlone(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function runAlone(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
