import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { createOutbox } from '../../../../subgraphs/kit/changeFeed/createOutbox.ts'
import { migrate } from '../../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'

const { signal } = new AbortController()
const up = 'http://up:4000'
const away = 'http://away:4000'

const migrations = join(import.meta.dirname, '../../../../subgraphs/kit/migrations')

let server: TestDatabase
let database: Database

beforeEach(async () => {
  server = await createTestDatabase()
  database = openDatabase({ url: server.url, connections: 4, statementTimeout: 10_000 })
  await migrate(database, migrations, { agency: 'passport' })
})

afterEach(async () => {
  await database.close()
  await server.drop()
})

/** Writes changes of so many people, of which these gateways know. */
async function write(count: number, known: readonly string[] = []): Promise<void> {
  await database.query(
    `INSERT INTO outbox (type, key, acknowledged)
    SELECT 'Applicant', jsonb_build_object('nik', n::text), $2 FROM generate_series(1, $1::int) AS n`,
    [count, known],
  )
}

async function rows(): Promise<number> {
  const [row] = await database.query<{ readonly count: number }>('SELECT count(*)::int AS count FROM outbox')
  return row?.count ?? -1
}

const everything = { id: expect.any(String), type: null, key: null }

describe('what waits for a gateway', () => {
  test('is left as it is while it is less than some thousands', async () => {
    const outbox = createOutbox(database, [up, away])
    expect(await outbox.shorten(away, signal)).toBe(0)
    await write(4_999, [up])
    expect(await outbox.shorten(away, signal)).toBe(4_999)
    expect(await rows()).toBe(4_999)
  })

  test('becomes a change of everything in place of very many, so that the table stays small', async () => {
    const outbox = createOutbox(database, [up, away])
    await write(23_000, [up])
    expect(await outbox.shorten(away, signal)).toBe(3_004)
    expect(await rows()).toBe(3_004)
    const left = await outbox.read(away, 5_000, signal)
    expect(left.filter(({ type }) => type === null)).toEqual(Array.from({ length: 4 }, () => everything))
    expect(left.at(-1)).toEqual(everything)
    // The others have been told.
    expect(await outbox.read(up, 500, signal)).toEqual([])
  })

  test('stays one by one for a gateway that is told of it as it comes', async () => {
    const outbox = createOutbox(database, [up, away])
    await write(10_000, [up])
    await write(3)
    await outbox.shorten(away, signal)
    expect(await outbox.read(up, 500, signal)).toMatchObject([
      { type: 'Applicant' },
      { type: 'Applicant' },
      { type: 'Applicant' },
    ])
    expect((await outbox.read(away, 500, signal)).map(({ type }) => type)).toEqual([
      'Applicant',
      'Applicant',
      'Applicant',
      null,
      null,
    ])
  })

  test('is left where it is when the agency stops meanwhile', async () => {
    const outbox = createOutbox(database, [up, away])
    await write(10_000, [up])
    const stopping = new AbortController()
    const shortening = outbox.shorten(away, stopping.signal)
    stopping.abort()
    await expect(shortening).rejects.toMatchObject({ extensions: { code: 'DEADLINE_EXCEEDED' } })
    expect(await rows()).toBe(10_000)
  })

  test('is deleted in steps when that gateway is gone for good', async () => {
    await write(12_000, [up])
    const outbox = createOutbox(database, [up])
    await outbox.begin(signal)
    expect(await rows()).toBe(1)
    expect(await outbox.read(up, 500, signal)).toEqual([everything])
  })
})

describe('a key that gateways would not read', () => {
  const unreadable = [
    '{}',
    '{"nik": null}',
    '{"nik": "1", "active": true}',
    '{"nik": ["1"]}',
    '{"nik": {"of": "1"}}',
    '[]',
  ]

  test.each(unreadable)('is refused when it is written: %s', async (key) => {
    const written = database.query("INSERT INTO outbox (type, key) VALUES ('Applicant', $1)", [key])
    await expect(written).rejects.toMatchObject({ code: '23514' })
  })

  test.each(unreadable.filter((key) => key !== '[]'))(
    'becomes a change of everything where it stands already: %s',
    async (key) => {
      const [before, after] = await Promise.all(
        ['0001_outbox.sql', '0002_keys_that_gateways_read.sql'].map((name) => readFile(join(migrations, name), 'utf8')),
      )
      await database.runScript(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${before}`)
      await database.query("INSERT INTO outbox (type, key) VALUES ('Applicant', $1), ('Applicant', NULL)", [key])
      await write(1)
      await database.runScript(after ?? '')
      expect(await createOutbox(database, [up]).read(up, 500, signal)).toMatchObject([
        everything,
        { type: 'Applicant', key: null },
        { type: 'Applicant', key: { nik: '1' } },
      ])
    },
  )

  test.each(['{"nik": "1"}', '{"number": 7, "nik": "1"}'])('is told apart from one that they read: %s', async (key) => {
    await database.query("INSERT INTO outbox (type, key) VALUES ('Applicant', $1)", [key])
    expect(await rows()).toBe(1)
  })
})
