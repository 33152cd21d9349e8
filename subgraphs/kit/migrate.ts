import { hash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import type { AgencyName } from './AgencyName.ts'
import type { Database } from './Database.ts'
import { describeFailure } from './describeFailure.ts'
import { isRefusedInside } from './isRefusedInside.ts'
import { runInside } from './runInside.ts'

interface Applied {
  readonly name: string
  readonly digest: string
}

export interface MigrateOptions {
  /** Whose database it is, for who reads what is wrong. */
  readonly agency: AgencyName
  /** The table in which it is noted what was applied, one for each folder. */
  readonly ledger?: string
}

/** Held by whoever migrates, so that two processes of one agency never do it at once. */
const lock = 'SELECT pg_advisory_xact_lock(59)'

const createLedger = (ledger: string): string => `CREATE TABLE IF NOT EXISTS ${ledger} (
  name text PRIMARY KEY,
  digest text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

/**
 * Applies the numbered SQL files of a folder in order, each once, all in one transaction, which none of them can end. Throws an
 * EnvironmentError that names the agency, and the file when one has no proper name, fails, or was applied and has changed since or is
 * gone: a migration is never edited, a new one is added.
 */
export async function migrate(database: Database, folder: string, options: MigrateOptions): Promise<void> {
  const { agency, ledger = 'migration' } = options
  const files = (await readdir(folder)).toSorted()
  const misnamed = files.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
  if (misnamed !== undefined) {
    throw new EnvironmentError(
      `${agency} cannot start: ${misnamed} is not named like a migration, such as 0003_more_offices.sql.`,
    )
  }
  async function apply(transaction: Database): Promise<void> {
    // Others may migrate for long; a table that somebody holds is another matter, for whoever comes after waits behind us.
    await transaction.runScript(`${lock}; SET LOCAL lock_timeout = '10s'; ${createLedger(ledger)}`)
    const rows = await transaction.query<Applied>(`SELECT name, digest FROM ${ledger}`)
    const applied = new Map(rows.map(({ name, digest }) => [name, digest]))
    const gone = [...applied.keys()].find((name) => !files.includes(name))
    if (gone !== undefined) {
      throw new EnvironmentError(
        `${agency} cannot start: the migration ${gone} was applied to its database, but its file is gone; this release may be older than the database.`,
      )
    }
    for (const name of files) await applyOnce(transaction, { agency, folder, ledger, name, before: applied.get(name) })
  }
  // Both waiting for others and the work itself may take long.
  await database.transaction(apply, { patient: true }).catch((error: unknown) => {
    if (error instanceof EnvironmentError) throw error
    // What a constraint puts off fails at the end, when it is not known any more whose it is.
    throw new EnvironmentError(`${agency} cannot start: migrating its database failed (${describeFailure(error)}).`, {
      cause: error,
    })
  })
}

interface MigrationFile {
  readonly agency: AgencyName
  readonly folder: string
  readonly ledger: string
  readonly name: string
  /** The digest of the file when it was applied, if it was. */
  readonly before: string | undefined
}

async function applyOnce(database: Database, file: MigrationFile): Promise<void> {
  const { agency, folder, ledger, name, before } = file
  const text = await readFile(join(folder, name), 'utf8')
  const digest = hash('sha256', text, 'hex')
  if (before === digest) return
  if (before !== undefined) {
    throw new EnvironmentError(
      `${agency} cannot start: the migration ${name} was applied to its database and has changed since. Restore it, and add a new one.`,
    )
  }
  try {
    await runInside(database, text)
  } catch (error) {
    throw new EnvironmentError(
      `${agency} cannot start: the migration ${name} failed (${describeFailure(error, text)}), and nothing of it was applied.${adviceOn(error)}`,
      { cause: error },
    )
  }
  await database.query(`INSERT INTO ${ledger} (name, digest) VALUES ($1, $2)`, [name, digest])
}

function adviceOn(error: unknown): string {
  if (!isRefusedInside(error)) return ''
  return ' BEGIN, COMMIT, ROLLBACK, SAVEPOINT and COPY from or to a client are not allowed in it: all migrations are one transaction.'
}
