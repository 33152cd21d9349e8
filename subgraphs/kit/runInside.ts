import type { Database } from './Database.ts'

const hand = "SELECT set_config('satu_atap.script', $1, true)"

/**
 * The last statement is ours: with one that makes a table of a query PL/pgSQL would refuse a script that begins with an S, which it
 * then takes for SELECT INTO.
 */
const run = String.raw`DO $$ BEGIN EXECUTE current_setting('satu_atap.script') || E'\n;SELECT 1'; END $$`

/**
 * Runs a script in a transaction that it cannot leave: inside PL/pgSQL the server itself refuses whatever would begin or end one,
 * however it is written, where a COMMIT in the script would keep what stands before it although the rest fails.
 */
export async function runInside(transaction: Database, script: string): Promise<void> {
  await transaction.query(hand, [script])
  await transaction.runScript(run)
}
