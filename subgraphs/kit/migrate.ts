import { hash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './Database.ts'

interface Applied {
  readonly name: string
  readonly digest: string
}

/** Held by whoever migrates, so that two processes of one agency never do it at once. Both waiting and work may take long. */
const lock = 'SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(59)'

const createLedger = (ledger: string): string => `CREATE TABLE IF NOT EXISTS ${ledger} (
  name text PRIMARY KEY,
  digest text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

/**
 * Applies the numbered SQL files of a folder in order, each once, all in one transaction. Throws when a file that was
 * applied has changed since or is gone (a migration is never edited, a new one is added), or has no proper name. What was
 * applied is noted in the table `ledger`, one for each folder.
 */
export async function migrate(database: Database, folder: string, ledger = 'migration'): Promise<void> {
  const files = (await readdir(folder)).toSorted()
  const misnamed = files.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (misnamed !== undefined)
    throw new Error(`${misnamed} is not named like a migration, such as 0003_more_offices.sql.`)
  await database.transaction(async (transaction) => {
    await transaction.runScript(`${lock}; ${createLedger(ledger)}`)
    const rows = await transaction.query<Applied>(`SELECT name, digest FROM ${ledger}`)
    const applied = new Map(rows.map(({ name, digest }) => [name, digest]))
    const gone = [...applied.keys()].find((name) => !files.includes(name))
    if (gone !== undefined) throw new Error(`The migration ${gone} was applied, but its file is gone.`)
    for (const name of files) await applyOnce(transaction, { folder, ledger, name, before: applied.get(name) })
  })
}

interface MigrationFile {
  readonly folder: string
  readonly ledger: string
  readonly name: string
  /** The digest of the file when it was applied, if it was. */
  readonly before: string | undefined
}

async function applyOnce(database: Database, { folder, ledger, name, before }: MigrationFile): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  const digest = hash('sha256', text, 'hex')
  if (before === digest) return
  if (before !== undefined)
    throw new Error(`The migration ${name} was applied and has changed since; add a new one instead.`)
  await database.runScript(text)
  await database.query(`INSERT INTO ${ledger} (name, digest) VALUES ($1, $2)`, [name, digest])
}
