import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { migrate } from '../../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'

let server: TestDatabase
let database: Database
let folder: string

beforeEach(async () => {
  server = await createTestDatabase()
  database = openDatabase({ url: server.url, connections: 4, statementTimeout: 5_000 })
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
  await write('0001_offices.sql', 'CREATE TABLE office (code text PRIMARY KEY);')
  await write('0002_first_offices.sql', "INSERT INTO office VALUES ('KUPANG'), ('MAUMERE');")
})

afterEach(async () => {
  await database.close()
  await server.drop()
  await rm(folder, { recursive: true })
})

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
const codes = (): Promise<readonly unknown[]> => database.query('SELECT code FROM office ORDER BY code')

async function tables(): Promise<readonly unknown[]> {
  return database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
}

describe('migrations', () => {
  test('are applied in order, each once', async () => {
    await migrate(database, folder, { agency: 'passport' })
    await migrate(database, folder, { agency: 'passport' })
    expect(await codes()).toEqual([{ code: 'KUPANG' }, { code: 'MAUMERE' }])
    await write('0003_atambua_2.sql', "INSERT INTO office VALUES ('ATAMBUA');")
    await migrate(database, folder, { agency: 'passport' })
    expect(await codes()).toEqual([{ code: 'ATAMBUA' }, { code: 'KUPANG' }, { code: 'MAUMERE' }])
    expect(await database.query('SELECT name FROM migration ORDER BY name')).toEqual([
      { name: '0001_offices.sql' },
      { name: '0002_first_offices.sql' },
      { name: '0003_atambua_2.sql' },
    ])
  })

  test('are applied once by two processes that start at the same time', async () => {
    const other = openDatabase({ url: server.url, connections: 4, statementTimeout: 5_000 })
    try {
      await Promise.all([
        migrate(database, folder, { agency: 'passport' }),
        migrate(other, folder, { agency: 'passport' }),
        migrate(database, folder, { agency: 'passport' }),
      ])
    } finally {
      await other.close()
    }
    expect(await codes()).toHaveLength(2)
  })

  test('may take longer than a statement of a request, and wait as long for each other', async () => {
    const hasty = openDatabase({ url: server.url, connections: 4, statementTimeout: 1_000 })
    await write('0003_slow.sql', 'SELECT pg_sleep(1.2);')
    try {
      await Promise.all([
        migrate(hasty, folder, { agency: 'passport' }),
        migrate(hasty, folder, { agency: 'passport' }),
      ])
    } finally {
      await hasty.close()
    }
    expect(await codes()).toHaveLength(2)
  })

  test('leave nothing of a run in which one fails', async () => {
    await write('0003_broken.sql', "INSERT INTO office VALUES ('ATAMBUA'); INSERT INTO nowhere VALUES (1);")
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'passport cannot start: the migration 0003_broken.sql failed (42P01, line 1), and nothing of it was applied.',
    })
    expect(await tables()).toEqual([])
    await write('0003_broken.sql', "INSERT INTO office VALUES ('ATAMBUA');")
    await migrate(database, folder, { agency: 'passport' })
    expect(await codes()).toHaveLength(3)
  })

  test('tell nothing of the rows that they stumble over', async () => {
    await write('0003_unique.sql', "INSERT INTO office VALUES ('KUPANG');")
    const refusal = await migrate(database, folder, { agency: 'passport' }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringContaining('(23505, table office, constraint office_pkey)'),
    })
    expect(String(refusal)).not.toContain('KUPANG')
  })

  test.each([
    ['a table that is not there', '-- Ñandú 🛂\n\nINSERT INTO office\n  SELECT * FROM nowhere;', '42P01, line 4'],
    ['a mistake in writing', "SELECT 1;\nSELECT 'ATAMBUA' FORM office;", '42601, line 2'],
    [
      'a null',
      "INSERT INTO office VALUES ('ATAMBUA');\nINSERT INTO office VALUES (NULL);",
      '23502, table office, column code',
    ],
    ['a value of another type', "SELECT 1,\n 'ATAMBUA'::date;", '22007, line 2'],
    ['a query inside a function', 'SELECT 1;\nDO $$ BEGIN\n PERFORM * FROM nowhere; END $$;', '42P01'],
    [
      'what it says itself',
      "DO $$ BEGIN RAISE 'ATAMBUA' USING COLUMN = '5318075205999001', TABLE = 'office'; END $$;",
      'P0001, table office',
    ],
  ])('say where they stumble over %s, and no more', async (_what, text, reason) => {
    await write('0003_broken.sql', text)
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      message: `passport cannot start: the migration 0003_broken.sql failed (${reason}), and nothing of it was applied.`,
    })
  })

  test.each([
    "INSERT INTO office VALUES ('ATAMBUA'); COMMIT; INSERT INTO nowhere VALUES (1);",
    "INSERT INTO office VALUES ('ATAMBUA'); END; BEGIN; INSERT INTO nowhere VALUES (1);",
    "BEGIN; INSERT INTO office VALUES ('ATAMBUA'); COMMIT;",
    "INSERT INTO office VALUES ('ATAMBUA'); /* /* ; */ */ cOmMiT AND CHAIN;",
    "INSERT INTO office VALUES ('ATAMBUA'); ROLLBACK; CREATE TABLE other ();",
    "INSERT INTO office VALUES ('ATAMBUA'); PREPARE TRANSACTION 'it';",
    "INSERT INTO office VALUES ('ATAMBUA'); DO $$ BEGIN EXECUTE 'COMMIT'; END $$;",
  ])('cannot end their transaction: %s', async (text) => {
    await write('0003_ends.sql', text)
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      message:
        'passport cannot start: the migration 0003_ends.sql failed (0A000), and nothing of it was applied. BEGIN, COMMIT, ROLLBACK, SAVEPOINT and COPY from or to a client are not allowed in it: all migrations are one transaction.',
    })
    expect(await tables()).toEqual([])
  })

  test('cannot end it in a procedure either', async () => {
    await write('0003_ends.sql', 'CREATE PROCEDURE it() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$; CALL it();')
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      message: expect.stringContaining('(2D000), and nothing of it was applied.'),
    })
    expect(await tables()).toEqual([])
  })

  test('may be empty, end with a comment, and make tables of what they find', async () => {
    await write('0003_empty.sql', '')
    await write('0004_comment.sql', '-- Nothing to do')
    await write(
      '0005_copy.sql',
      "SELECT 1; SET LOCAL satu_atap.quiet = 'on'; CREATE TABLE copy AS SELECT code FROM office",
    )
    await migrate(database, folder, { agency: 'passport' })
    expect(await database.query('SELECT count(*)::int AS n FROM copy')).toEqual([{ n: 2 }])
  })

  test('are refused as a whole where what they put off fails at the end', async () => {
    await write(
      '0003_later.sql',
      `CREATE TABLE visit (office text REFERENCES office DEFERRABLE INITIALLY DEFERRED);
      INSERT INTO visit VALUES ('ATAMBUA');`,
    )
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'passport cannot start: migrating its database failed (23503, table visit, constraint visit_office_fkey).',
    })
    expect(await tables()).toEqual([])
  })

  test('are refused when one that was applied has changed', async () => {
    await migrate(database, folder, { agency: 'passport' })
    await write('0002_first_offices.sql', "INSERT INTO office VALUES ('NUNUKAN');")
    await write('0003_more.sql', "INSERT INTO office VALUES ('ATAMBUA');")
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'passport cannot start: the migration 0002_first_offices.sql was applied to its database and has changed since. Restore it, and add a new one.',
    })
    expect(await codes()).toHaveLength(2)
  })

  test('are refused when one that was applied is gone', async () => {
    await migrate(database, folder, { agency: 'passport' })
    await rename(join(folder, '0002_first_offices.sql'), join(folder, '0002_offices_of_ntt.sql'))
    await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message:
        'passport cannot start: the migration 0002_first_offices.sql was applied to its database, but its file is gone; this release may be older than the database.',
    })
  })

  test.each(['3_more.sql', '0003-more.sql', '0003_More.sql', 'more.sql', '0003_more.sql.bak', 'README.md'])(
    'are refused where a file is called %s, rather than leaving it out in silence',
    async (name) => {
      await write(name, '')
      await expect(migrate(database, folder, { agency: 'passport' })).rejects.toMatchObject({
        name: 'EnvironmentError',
        message: `passport cannot start: ${name} is not named like a migration, such as 0003_more_offices.sql.`,
      })
      expect(await tables()).toEqual([])
    },
  )

  test('are refused where there is no folder', async () => {
    await expect(migrate(database, join(folder, 'nowhere'), { agency: 'passport' })).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})
