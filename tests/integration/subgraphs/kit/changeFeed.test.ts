import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createLogger } from '../../../../platform/createLogger.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import type { Running } from '../../../../platform/runProcess.ts'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { createChangeFeed } from '../../../../subgraphs/kit/changeFeed/createChangeFeed.ts'
import { migrate } from '../../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'
import { runStatement } from '../../../support/runStatement.ts'
import { startChangeSink } from '../../../support/startChangeSink.ts'
import type { AnnouncedChange, ChangeSink, SinkOptions } from '../../../support/startChangeSink.ts'
import { until } from '../../../support/until.ts'

// Attempts that fail come at growing distances, up to five seconds.
jest.setTimeout(30_000)

const agency = 'passport'
const callKey = deriveCallKey('a secret that only tests use, and for nothing', agency)

let server: TestDatabase
let database: Database
let lines: string[]
let open: { readonly stop: () => Promise<void> }[]

beforeEach(async () => {
  lines = []
  open = []
  server = await createTestDatabase()
  database = openDatabase({ url: server.url, connections: 4, statementTimeout: 5_000 })
  await migrate(database, join(import.meta.dirname, '../../../../subgraphs/kit/migrations'), { agency })
  await database.runScript(`
    CREATE TABLE passport (nik text NOT NULL, number text NOT NULL);
    SELECT announce_rows('passport', 'Applicant', 'nik', 'SELECT ($1).nik');`)
})

afterEach(async () => {
  await Promise.all(open.map((one) => one.stop()))
  await database.close()
  await server.drop()
})

/** The same, to be stopped by the test or after it. */
function tracked<One extends Running>(one: One): One {
  let stopped: Promise<void> | undefined
  const stopping = { ...one, stop: () => (stopped ??= one.stop()) }
  open.push(stopping)
  return stopping
}

async function sink(options: Partial<SinkOptions> = {}): Promise<ChangeSink> {
  return tracked(await startChangeSink({ agency, callKey, ...options }))
}

function feed(...gateways: readonly string[]): Running {
  const destination = { write: (line: string) => void lines.push(line) }
  const logger = createLogger({ name: agency, level: 'debug', destination })
  const started = createChangeFeed({
    agency,
    databaseUrl: server.url,
    callKey,
    gateways,
    clock: Date.now,
    random: Math.random,
    logger,
  })
  return tracked(started)
}

const write = (nik: string): Promise<unknown> =>
  runStatement(server.url, `INSERT INTO passport VALUES ('${nik}', 'A1')`)

/** The keys that were announced, in order, each as often as it was. */
const niks = ({ posts }: ChangeSink): readonly string[] =>
  posts.flat().flatMap(({ key }: AnnouncedChange) => (key === null ? [] : [key['nik'] ?? '']))

async function waiting(): Promise<number> {
  const [row] = await database.query<{ readonly n: number }>('SELECT count(*)::int AS n FROM outbox')
  return row?.n ?? -1
}

async function untilEmpty(): Promise<void> {
  await until('the outbox is empty', async () => (await waiting()) === 0)
}

describe('the change feed', () => {
  test('begins with a change of everything, and leaves nothing behind', async () => {
    const gateway = await sink()
    feed(gateway.origin)
    await until('it is told', () => gateway.posts.length > 0)
    expect(gateway.posts).toEqual([[{ id: expect.stringMatching(/^\d+$/), type: null, key: null }]])
    await untilEmpty()
    expect(lines).toEqual([])
  })

  test('tells of what any program writes, in the order of the commits, and soon', async () => {
    const gateway = await sink()
    feed(gateway.origin)
    await until('it listens', () => gateway.posts.length > 0)
    const written = Array.from({ length: 30 }, (_, index) => `n${index}`)
    for (const nik of written) await write(nik)
    const begin = performance.now()
    await until('the last one is told', () => niks(gateway).includes('n29'))
    expect(performance.now() - begin).toBeLessThan(1_000)
    expect(niks(gateway)).toEqual(written)
    await untilEmpty()
  })

  test('tells nobody of what was rolled back', async () => {
    const gateway = await sink()
    feed(gateway.origin)
    await runStatement(server.url, "BEGIN; INSERT INTO passport VALUES ('never', 'A1'); ROLLBACK;")
    await write('after')
    await until('what came after is told', () => niks(gateway).includes('after'))
    expect(niks(gateway)).toEqual(['after'])
  })

  test('tells of what was committed before it started, as after a crash between commit and post', async () => {
    const silent = await sink({ answer: () => null })
    const crashed = feed(silent.origin)
    await write('before')
    await until('it is posted', () => silent.attempts() > 0)
    await crashed.stop()
    await silent.stop()
    expect(await waiting()).toBeGreaterThan(0)
    const gateway = await sink()
    feed(gateway.origin)
    await until('it is told', () => niks(gateway).length > 0)
    expect(niks(gateway)).toEqual(['before'])
    await untilEmpty()
  })

  test('loses nothing while a gateway is down, and repeats itself with a new token each time', async () => {
    const first = await sink()
    feed(first.origin)
    await until('it is told', () => first.posts.length > 0)
    await untilEmpty()
    const { port } = new URL(first.origin)
    await first.stop()
    for (let index = 0; index < 20; index += 1) await write(`n${index}`)
    await until('it is noted', () => lines.some((line) => line.includes('could not be told of changes')))
    const second = await sink({ port: Number(port), answer: (_, attempt) => ({ status: attempt < 3 ? 503 : 204 }) })
    await until('all are told', () => niks(second).includes('n19'))
    expect(niks(second)).toEqual(Array.from({ length: 20 }, (_, index) => `n${index}`))
    expect(second.tokens.size).toBe(second.attempts())
    await untilEmpty()
    await until('that is noted too', () => lines.some((line) => line.includes('takes changes again')))
    expect(lines.filter((line) => line.includes('could not be told'))).toHaveLength(1)
  })

  test('tells of many changes in batches, and of repeated ones once a batch', async () => {
    await database.query("INSERT INTO passport SELECT 'n' || g % 700, 'A' || g FROM generate_series(1, 1400) AS g")
    const gateway = await sink()
    feed(gateway.origin)
    await untilEmpty()
    await until('the last batch is kept', () => gateway.posts.length >= 3)
    expect(Math.max(...gateway.posts.map((events) => events.length))).toBeLessThanOrEqual(500)
    expect(new Set(niks(gateway)).size).toBe(700)
    await database.query('DELETE FROM passport')
    await until('the deletions are told', () => niks(gateway).length >= 1_400)
    await untilEmpty()
    expect(gateway.posts.every((events) => new Set(events.map(({ key }) => key?.['nik'])).size === events.length)).toBe(
      true,
    )
  })

  test('does not let one gateway wait for another, and keeps what one does not know', async () => {
    const up = await sink()
    const down = await sink()
    const { port } = new URL(down.origin)
    await down.stop()
    feed(up.origin, down.origin)
    for (const nik of ['a', 'b']) await write(nik)
    await until('the one that is up is told', () => niks(up).includes('b'))
    await write('c')
    await until('and told again', () => niks(up).includes('c'))
    expect(await waiting()).toBeGreaterThanOrEqual(3)
    const back = await sink({ port: Number(port) })
    await until('the other is told', () => niks(back).includes('c'))
    expect(niks(back)).toEqual(['a', 'b', 'c'])
    await untilEmpty()
    expect(niks(up)).toEqual(['a', 'b', 'c'])
  })

  test('does not wait for ever for a gateway that is gone for good', async () => {
    const up = await sink()
    const gone = await sink()
    await gone.stop()
    const both = feed(up.origin, gone.origin)
    await write('a')
    await until('the one that is up is told', () => niks(up).includes('a'))
    await both.stop()
    expect(await waiting()).toBeGreaterThan(0)
    const told = up.posts.length
    feed(up.origin)
    // What was told and not yet acknowledged may be told again with it.
    const isTold = (): boolean => up.posts.slice(told).some((post) => post.some(({ type }) => type === null))
    await until('it is told of the new start', isTold)
    await untilEmpty()
  })

  test('lets two gateways acknowledge at once, and leaves nothing behind', async () => {
    const both = [await sink(), await sink()]
    feed(...both.map(({ origin }) => origin))
    await database.query("INSERT INTO passport SELECT 'n' || g, 'A1' FROM generate_series(1, 3000) AS g")
    await untilEmpty()
    for (const one of both) expect(new Set(niks(one)).size).toBe(3_000)
  })

  test.each([
    { status: 403, code: 'CHANGE_FOREIGN', everything: 1, said: 'refused a change for good' },
    { status: 400, code: 'CHANGE_MALFORMED', everything: 2, said: 'is told to forget everything' },
    { status: 413, code: 'BODY_TOO_LARGE', everything: 2, said: 'is told to forget everything' },
  ])('goes on without what a gateway will never take: $code', async ({ everything, said, ...refusal }) => {
    const gateway = await sink({
      answer: (events) => (events.some(({ key }) => key?.['nik'] === 'n3') ? refusal : { status: 204 }),
    })
    await database.query("INSERT INTO passport SELECT 'n' || g, 'A1' FROM generate_series(0, 6) AS g ORDER BY g")
    feed(gateway.origin)
    const toldAll = (): number => gateway.posts.flat().filter(({ type }) => type === null).length
    await until('it is told of all, also of the start', async () => toldAll() >= everything && (await waiting()) === 0)
    expect(niks(gateway)).toEqual(['n0', 'n1', 'n2', 'n4', 'n5', 'n6'])
    expect(toldAll()).toBe(everything)
    expect(lines.filter((line) => line.includes(said))).toHaveLength(1)
    expect(lines.join()).not.toMatch(/n3/)
  })

  test('takes the refusal of whoever stands between for a failure', async () => {
    const gateway = await sink({ answer: (_, attempt) => ({ status: attempt === 1 ? 403 : 204 }) })
    await write('kept')
    feed(gateway.origin)
    await until('it is told', () => niks(gateway).length > 0)
    expect(niks(gateway)).toEqual(['kept'])
  })

  test('goes on when its connections are cut', async () => {
    const gateway = await sink()
    feed(gateway.origin)
    await until('it listens', () => gateway.posts.length > 0)
    await untilEmpty()
    await runStatement(
      server.url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await write('after')
    await until('it is told', () => niks(gateway).length > 0)
    expect(niks(gateway)).toEqual(['after'])
    await untilEmpty()
  })

  test('waits for a database that is not there yet', async () => {
    const { url } = server
    const renamed = `${new URL(url).pathname.slice(1)}_later`
    await database.close()
    const admin = new URL(url)
    admin.pathname = '/postgres'
    const name = new URL(url).pathname.slice(1)
    await runStatement(admin.href, `ALTER DATABASE ${name} RENAME TO ${renamed}`)
    const gateway = await sink()
    feed(gateway.origin)
    await until('that is noted', () => lines.length > 0)
    await runStatement(admin.href, `ALTER DATABASE ${renamed} RENAME TO ${name}`)
    await until('it is told of everything', () => gateway.posts.length > 0)
    database = openDatabase({ url, connections: 4, statementTimeout: 5_000 })
    await untilEmpty()
    expect(gateway.posts.flat()).toMatchObject([{ type: null }])
  })

  test('stops at once, also while a gateway is silent, and leaves no connection', async () => {
    const silent = await sink({ answer: () => null })
    const running = feed(silent.origin)
    await until('it posts', () => silent.attempts() > 0)
    const begin = performance.now()
    await running.stop()
    expect(performance.now() - begin).toBeLessThan(500)
    await database.close()
    const left = () =>
      runStatement(
        server.url,
        'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
    await until('no connection is left', async () => (await left()).length === 0)
    database = openDatabase({ url: server.url, connections: 1, statementTimeout: 5_000 })
  })

  test('does nothing where there is nobody to tell', async () => {
    await feed().stop()
    expect(await waiting()).toBe(0)
  })

  test('writes nobody’s number into its log', async () => {
    const gateway = await sink({ answer: () => ({ status: 500 }) })
    await write('5318075205999001')
    feed(gateway.origin)
    await until('it is noted', () => lines.length > 0)
    expect(lines.join()).not.toContain('5318075205999001')
  })
})
