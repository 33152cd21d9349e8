import type { Database } from './Database.ts'

const batch = 1000

/**
 * Inserts records whose keys are the table's column names, a thousand at a time. All records have the keys of the first;
 * the columns that these leave out get their defaults.
 */
export async function insertRows(database: Database, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`
  for (let start = 0; start < rows.length; start += batch) {
    await database.query(text, [JSON.stringify(rows.slice(start, start + batch))])
  }
}
