import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Agency } from '../../../../subgraphs/kit/Agency.ts'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import type { Seeding } from '../../../../subgraphs/kit/Seeding.ts'
import { insertRows } from '../../../../subgraphs/kit/insertRows.ts'
import { migrate } from '../../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import { seedWhenEmpty } from '../../../../subgraphs/kit/seedWhenEmpty.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'

let server: TestDatabase
let database: Database

beforeEach(async () => {
  server = await createTestDatabase()
  database = openDatabase({ url: server.url, connections: 4, statementTimeout: 5_000 })
  const migrations = join(import.meta.dirname, '../../../../subgraphs/kit/migrations')
  await migrate(database, migrations, { agency: 'identity', ledger: 'kit_migration' })
  await database.runScript(`
    CREATE TABLE district (code text PRIMARY KEY);
    INSERT INTO district VALUES ('53.71');
    SELECT announce_reference('district', 'Applicant');
    CREATE TABLE resident (nik text PRIMARY KEY, full_name text, noted_on date);
    SELECT announce_rows('resident', 'Applicant', 'nik', 'SELECT ($1).nik');`)
})

afterEach(async () => {
  await database.close()
  await server.drop()
})

const agencyWith = (seed: Agency['seed']): Agency => ({
  name: 'identity',
  port: 0,
  folder: '',
  resolvers: {},
  openSource: () => () => ({}),
  seed,
})

const registry = agencyWith(({ database: transaction, people, day }: Seeding) =>
  insertRows(
    transaction,
    'resident',
    people.map(({ nik, fullName }) => ({ nik, full_name: fullName, noted_on: day })),
  ),
)

// Already the next day in Central Indonesian Time.
const clock = (): number => Date.parse('2026-11-23T20:00:00Z')
const residents = (): Promise<readonly unknown[]> => database.query('SELECT nik, noted_on AS day FROM resident')

describe('seeding', () => {
  test('fills an empty database with the personas and as many people as asked for', async () => {
    await seedWhenEmpty({ agency: registry, database, applicants: 300, clock })
    const rows = await residents()
    expect(rows).toHaveLength(308)
    expect(rows).toContainEqual({ nik: '5318075205999001', day: '2026-11-24' })
  })

  test('tells how far it is, up to the end', async () => {
    const progress: (readonly number[])[] = []
    const onProgress = (done: number, total: number): void => void progress.push([done, total])
    await seedWhenEmpty({ agency: registry, database, applicants: 300, clock, onProgress })
    expect(progress).toEqual([
      [250, 308],
      [308, 308],
    ])
  })

  test('leaves a database alone that was seeded, whatever is asked for now', async () => {
    await seedWhenEmpty({ agency: registry, database, applicants: 1, clock })
    const before = await residents()
    const failing = agencyWith(() => Promise.reject(new Error('must not be asked')))
    await seedWhenEmpty({ agency: failing, database, applicants: 500, clock: () => clock() + 86_400_000 })
    expect(await residents()).toEqual(before)
  })

  test('leaves a database alone when nobody is asked for', async () => {
    await seedWhenEmpty({ agency: registry, database, applicants: 0, clock })
    expect(await residents()).toEqual([])
    expect(await database.query("SELECT to_regclass('seeding') AS ledger")).toEqual([{ ledger: null }])
  })

  test('is refused where there are records that it has not made, and touches none of them', async () => {
    await seedWhenEmpty({ agency: registry, database, applicants: 0, clock })
    await database.query("INSERT INTO resident (nik) VALUES ('5371010101900001')")
    await expect(seedWhenEmpty({ agency: registry, database, applicants: 20, clock })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'SEED_APPLICANTS asks for synthetic people, but the database of identity has records already, in resident. Allowed is 0, or an empty database.',
    })
    expect(await residents()).toEqual([{ nik: '5371010101900001', day: null }])
  })

  test('leaves nothing when it fails on the way, and can be done again', async () => {
    const failing = agencyWith(async (seeding) => {
      await registry.seed(seeding)
      if (seeding.people.length < 250) throw new Error('the last part fails')
    })
    await expect(seedWhenEmpty({ agency: failing, database, applicants: 300, clock })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(
        /^identity cannot start: seeding its database failed \(Error at .*seedWhenEmpty\.test\.ts:\d+:\d+\)?\)\.$/,
      ),
    })
    expect(await residents()).toEqual([])
    await seedWhenEmpty({ agency: registry, database, applicants: 300, clock })
    expect(await residents()).toHaveLength(308)
  })

  test.each([
    ["INSERT INTO resident (nik) VALUES ('5371'), ('5371')", '23505, table resident, constraint resident_pkey'],
    ["INSERT INTO resident (nik, noted_on) VALUES ('5371', 'Maria')", '22007'],
    ['INSERT INTO resident (nik) VALUES (NULL)', '23502, table resident, column nik'],
  ])('says whose database refused it, and at what: %s', async (statement, reason) => {
    const failing = agencyWith(({ database: transaction }) => transaction.runScript(statement))
    await expect(seedWhenEmpty({ agency: failing, database, applicants: 1, clock })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: `identity cannot start: seeding its database failed (${reason}).`,
    })
    expect(await residents()).toEqual([])
  })

  test('is done once by two processes that start at the same time', async () => {
    const options = { agency: registry, database, applicants: 100, clock }
    await Promise.all([seedWhenEmpty(options), seedWhenEmpty(options), seedWhenEmpty(options)])
    expect(await residents()).toHaveLength(108)
  })
})
