import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import type { DatabaseOptions } from '../../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'
import { lockTable } from '../../../support/lockTable.ts'
import { runStatement } from '../../../support/runStatement.ts'
import { until } from '../../../support/until.ts'

let server: TestDatabase
let opened: Database[]

beforeAll(async () => {
  server = await createTestDatabase()
  // A database whose own time zone is far from UTC must not matter.
  const name = new URL(server.url).pathname.slice(1)
  await runStatement(server.url, `ALTER DATABASE ${name} SET TimeZone = 'Asia/Jayapura'`)
  await runStatement(server.url, 'CREATE TABLE counted (id serial)')
  await runStatement(server.url, 'CREATE TABLE note (id integer PRIMARY KEY, day date, at timestamptz, words text[])')
  opened = []
})

afterEach(async () => {
  await Promise.all(opened.map((database) => database.close()))
  opened = []
  await runStatement(server.url, 'DELETE FROM note')
})

afterAll(() => server.drop())

function open(options: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({ url: server.url, connections: 2, statementTimeout: 5_000, ...options })
  opened.push(database)
  return database
}

const late = { extensions: { code: 'DEADLINE_EXCEEDED' } }

describe('a query', () => {
  test('answers rows', async () => {
    const database = open()
    expect(await database.query('SELECT $1::int AS number, $2::text[] AS words', [7, ['a', 'b']])).toEqual([
      { number: 7, words: ['a', 'b'] },
    ])
    expect(await database.query('SELECT 1 AS one WHERE false')).toEqual([])
  })

  test('tells the text of its statement, in a transaction too', async () => {
    const statements: string[] = []
    const database = open({ onStatement: (text) => statements.push(text) })
    await database.query('SELECT 1')
    await database.transaction((transaction) => transaction.query('SELECT 2'))
    expect(statements).toEqual(['SELECT 1', 'SELECT 2'])
  })

  test('is prepared once on a connection', async () => {
    const database = open({ connections: 1 })
    await database.query('SELECT $1::int AS number', [1])
    await database.query('SELECT $1::int AS number', [2])
    const prepared = await database.query("SELECT 1 FROM pg_prepared_statements WHERE statement LIKE '%AS number'")
    expect(prepared).toHaveLength(1)
  })

  test('rejects with what the server says, and the next one works', async () => {
    const database = open({ connections: 1 })
    await expect(database.query('SELECT * FROM nothing')).rejects.toMatchObject({ code: '42P01' })
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('rejects when there is no server, and as soon as it comes up works', async () => {
    const database = open({ url: 'postgres://nobody@127.0.0.1:1/none', statementTimeout: 1000 })
    await expect(database.query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('rejects with a ConnectionError where its database lets nobody in, and works when it does', async () => {
    const database = open()
    const name = new URL(server.url).pathname.slice(1)
    await runStatement(process.env['TEST_DATABASE_URL'] ?? '', `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    const refusal = { name: 'ConnectionError', code: '55000', message: 'There is no connection to the database.' }
    await expect(database.query('SELECT 1')).rejects.toMatchObject(refusal)
    await expect(database.transaction(() => Promise.resolve())).rejects.toMatchObject(refusal)
    await runStatement(process.env['TEST_DATABASE_URL'] ?? '', `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    const mistake = database.query("SELECT currval(pg_get_serial_sequence('counted', 'id'))")
    await expect(mistake).rejects.toMatchObject({ name: 'error', code: '55000' })
  })

  test('survives that its connection is ended', async () => {
    const broken: Error[] = []
    const database = open({ connections: 1, onIdleError: (error) => broken.push(error) })
    const [row] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await runStatement(server.url, `SELECT pg_terminate_backend(${row?.pid})`)
    // Whether it hears of it before or with the next statement is up to the network.
    await database.query('SELECT 1').catch(() => undefined)
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('dates', () => {
  const statement = `SELECT '2026-11-24'::date AS day, '0999-02-28'::date AS old,
    '2026-11-24T23:30:00.123456+08'::timestamptz AS at, '1999-12-31 16:00:00+00'::timestamptz AS turn,
    '1850-06-01 00:00:00+00'::timestamptz AS before_zones`
  const expected = {
    day: '2026-11-24',
    old: '0999-02-28',
    at: '2026-11-24T15:30:00.123456Z',
    turn: '1999-12-31T16:00:00Z',
    before_zones: '1850-06-01T00:00:00Z',
  }

  test('stay the days and instants they are, to the microsecond', async () => {
    expect(await open().query(statement)).toEqual([expected])
  })

  test.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Makassar', 'UTC'])(
    'are the same in a process that runs in %s',
    async (zone) => {
      const script = `
        const { openDatabase } = await import('./subgraphs/kit/openDatabase.ts')
        const database = openDatabase({ url: ${JSON.stringify(server.url)}, connections: 1, statementTimeout: 5000 })
        console.log(JSON.stringify(await database.query(${JSON.stringify(statement)})))
        await database.close()`
      const options = { env: { PATH: '', TZ: zone } }
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], options)
      expect(JSON.parse(stdout)).toEqual([expected])
    },
  )

  test('are the same where the URL has options of its own, which hold beside ours', async () => {
    const url = new URL(server.url)
    url.searchParams.set('options', '-c TimeZone=Asia/Jayapura -c application_name=mine')
    const database = open({ url: url.href })
    expect(await database.query(statement)).toEqual([expected])
    expect(await database.query("SELECT current_setting('application_name') AS name")).toEqual([{ name: 'mine' }])
  })

  test('go in as they come out', async () => {
    const database = open()
    await database.query('INSERT INTO note (id, day, at) VALUES (1, $1, $2)', [expected.day, expected.at])
    expect(await database.query('SELECT day, at FROM note')).toEqual([{ day: expected.day, at: expected.at }])
  })
})

describe('a deadline', () => {
  /** Statements that wait for the table, whether anybody waits for them or not. */
  async function waiting(): Promise<number> {
    const query = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT id FROM note'"
    return (await runStatement(server.url, query)).length
  }

  test('ends a statement that waits, long before the server would', async () => {
    const database = open({ connections: 1, statementTimeout: 60_000 })
    const lock = await lockTable(server.url, 'note')
    try {
      await expect(database.query('SELECT id FROM note', [], AbortSignal.timeout(30))).rejects.toMatchObject(late)
      // Its connection is closed and no other statement waits behind it.
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    } finally {
      await lock.release()
    }
  })

  test('leaves nothing on the server, which never has more connections than the pool', async () => {
    const database = open({ connections: 2, statementTimeout: 60_000 })
    const lock = await lockTable(server.url, 'note')
    const seen: number[] = []
    async function ask(): Promise<void> {
      await expect(database.query('SELECT id FROM note', [], AbortSignal.timeout(20))).rejects.toMatchObject(late)
      seen.push(await waiting())
    }
    try {
      for (let round = 0; round < 8; round += 1) await Promise.all([ask(), ask(), ask(), ask()])
      expect(Math.max(...seen)).toBeLessThanOrEqual(2)
      await until('nothing waits any more', async () => (await waiting()) === 0, 5_000)
    } finally {
      await lock.release()
    }
  })

  test('ends a wait for a connection', async () => {
    const database = open({ connections: 1, statementTimeout: 60_000 })
    const lock = await lockTable(server.url, 'note')
    try {
      const blocking = database.query('SELECT id FROM note')
      await expect(database.query('SELECT 1', [], AbortSignal.timeout(30))).rejects.toMatchObject(late)
      await lock.release()
      expect(await blocking).toEqual([])
      // The connection that came too late went back to the pool.
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
    } finally {
      await lock.release()
    }
  })

  test('that has passed sends nothing', async () => {
    const database = open({ url: 'postgres://nobody@127.0.0.1:1/none' })
    await expect(database.query('SELECT 1', [], AbortSignal.abort())).rejects.toMatchObject(late)
  })

  test('of the server ends a statement without a signal', async () => {
    const database = open({ statementTimeout: 1_000 })
    const lock = await lockTable(server.url, 'note')
    try {
      await expect(database.query('SELECT id FROM note')).rejects.toMatchObject(late)
    } finally {
      await lock.release()
    }
  })

  test('that comes later than the answer changes nothing', async () => {
    const database = open({ connections: 1 })
    const asker = new AbortController()
    expect(await database.query('SELECT 1 AS one', [], asker.signal)).toEqual([{ one: 1 }])
    asker.abort()
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('a transaction', () => {
  const count = (database: Database): Promise<readonly unknown[]> =>
    database.query('SELECT count(*)::int AS n FROM note')

  test('is there for others when all of it is done', async () => {
    const database = open()
    const result = await database.transaction(async (transaction) => {
      await transaction.query('INSERT INTO note (id) VALUES ($1)', [1])
      await transaction.runScript('INSERT INTO note (id) VALUES (2); INSERT INTO note (id) VALUES (3)')
      expect(await count(transaction)).toEqual([{ n: 3 }])
      expect(await count(database)).toEqual([{ n: 0 }])
      return 'done'
    })
    expect(result).toBe('done')
    expect(await count(database)).toEqual([{ n: 3 }])
  })

  test('leaves nothing when it fails, whatever fails', async () => {
    const database = open()
    const insert = (transaction: Database): Promise<unknown> => transaction.query('INSERT INTO note (id) VALUES (1)')
    await expect(
      database.transaction(async (transaction) => {
        await insert(transaction)
        throw new Error('ours')
      }),
    ).rejects.toThrow('ours')
    await expect(
      database.transaction(async (transaction) => {
        await insert(transaction)
        await insert(transaction)
      }),
    ).rejects.toMatchObject({ code: '23505' })
    expect(await count(database)).toEqual([{ n: 0 }])
  })

  test('that is patient has no time limit, for none of its statements', async () => {
    // Long enough to connect in, and too short for the sleep with the second that is added to it.
    const database = open({ statementTimeout: 1_500 })
    const sleeping = 'SELECT pg_sleep(3)'
    await expect(database.transaction((transaction) => transaction.query(sleeping))).rejects.toMatchObject({
      code: '57014',
    })
    async function sleep(transaction: Database): Promise<void> {
      await transaction.query(sleeping)
      await transaction.runScript(sleeping)
    }
    await database.transaction(sleep, { patient: true })
    await expect(database.query(sleeping)).rejects.toMatchObject(late)
  })

  test('inside a transaction is part of it', async () => {
    const database = open()
    const outer = database.transaction(async (transaction) => {
      await transaction.transaction((inner) => inner.query('INSERT INTO note (id) VALUES (1)'))
      await transaction.close()
      throw new Error('after all')
    })
    await expect(outer).rejects.toThrow('after all')
    expect(await count(database)).toEqual([{ n: 0 }])
  })

  test('fails when its connection breaks while nothing runs on it', async () => {
    const database = open()
    const broken = database.transaction(async (transaction) => {
      const [row] = await transaction.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      await runStatement(server.url, `SELECT pg_terminate_backend(${row?.pid})`)
      await transaction.query('SELECT 1')
    })
    await expect(broken).rejects.toBeInstanceOf(Error)
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

test('a script runs outside a transaction too', async () => {
  const database = open()
  await database.runScript('INSERT INTO note (id) VALUES (1); INSERT INTO note (id) VALUES (2)')
  expect(await database.query('SELECT id FROM note ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
})
