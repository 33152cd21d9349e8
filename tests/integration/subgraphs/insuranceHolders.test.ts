import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { insurance } from '../../../subgraphs/insurance/index.ts'
import { migrate } from '../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../support/createTestDatabase.ts'
import { openTransaction } from '../../support/openTransaction.ts'
import { runStatement } from '../../support/runStatement.ts'
import { until } from '../../support/until.ts'

const before = '5318075205999001'
const after = '5318075205999002'

const mend = `UPDATE insurance_membership SET nik = '${after}'`
const insert = `INSERT INTO insurance_period (kpj, phase, programmes, starts_at, ends_at, contribution)
  VALUES ('00000000001', 'DURING_WORK', '{DEATH}', '2026-02-01', '2026-03-01', 332500)`

let server: TestDatabase

beforeEach(async () => {
  server = await createTestDatabase()
  const database = openDatabase({ url: server.url, connections: 1, statementTimeout: 5_000 })
  const { name: agency, folder } = insurance
  await migrate(database, join(folder, '../kit/migrations'), { agency, ledger: 'kit_migration' })
  await migrate(database, join(folder, 'migrations'), { agency })
  await database.runScript(
    `INSERT INTO insurance_membership VALUES ('00000000001', '${before}', '2026-01-01'); ${insert}`,
  )
  await database.close()
})

afterEach(() => server.drop())

/** Whether a statement waits for another transaction's lock; false once it is done. */
async function waitsForLock(statement: Promise<void>): Promise<boolean> {
  let done = false
  void statement.then(() => (done = true))
  let waits = false
  await until('it is done or waits', async () => {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    waits = (await runStatement(server.url, waiting)).length > 0
    return done || waits
  })
  return waits && !done
}

/**
 * Runs both in transactions that are open at once, and answers whom the one that commits last announces. The one of `earlier`
 * commits first, unless it waits for the other.
 */
async function runTogether(first: string, second: string, earlier: 'first' | 'second'): Promise<readonly unknown[]> {
  const one = await openTransaction(server.url)
  const two = await openTransaction(server.url)
  await one.run(first)
  const running = two.run(second)
  const [early, late] = (await waitsForLock(running)) || earlier === 'first' ? [one, two] : [two, one]
  await early.commit()
  // Of the earlier one the gateways are told already.
  await runStatement(server.url, 'DELETE FROM outbox')
  await running
  await late.commit()
  return runStatement(server.url, "SELECT DISTINCT key->>'nik' AS nik FROM outbox WHERE key IS NOT NULL")
}

describe('a period that changes while its membership gets another holder', () => {
  test.each([
    ['is added', insert],
    ['is paid', "UPDATE insurance_period SET paid_at = '2026-02-02'"],
    ['is taken away', 'DELETE FROM insurance_period'],
  ])('announces the new holder when all is committed: one that %s', async (_, change) => {
    expect(await runTogether(mend, change, 'first')).toContainEqual({ nik: after })
    await runStatement(
      server.url,
      `UPDATE insurance_membership SET nik = '${before}'; DELETE FROM insurance_period; ${insert}`,
    )
    expect(await runTogether(change, mend, 'second')).toContainEqual({ nik: after })
  })

  test('keeps no other change of a period waiting', async () => {
    const open = await openTransaction(server.url)
    await open.run(insert)
    await runStatement(server.url, insert)
    await open.commit()
    expect(await runStatement(server.url, 'SELECT 1 FROM insurance_period')).toHaveLength(3)
  })
})
