import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'
import { startTcpProxy } from '../../../support/startTcpProxy.ts'
import type { TcpProxy } from '../../../support/startTcpProxy.ts'
import { until } from '../../../support/until.ts'

const late = { extensions: { code: 'DEADLINE_EXCEEDED' } }
const { signal } = new AbortController()

let server: TestDatabase
let proxy: TcpProxy
let database: Database

beforeEach(async () => {
  server = await createTestDatabase()
  const url = new URL(server.url)
  proxy = await startTcpProxy(Number(url.port))
  url.port = String(proxy.port)
  database = openDatabase({ url: url.href, connections: 1, statementTimeout: 1_000 })
  await database.query('SELECT 1')
})

afterEach(async () => {
  await database.close()
  await proxy.stop()
  await server.drop()
})

describe('on a route that is gone', () => {
  test('a statement is given up within a second of its time limit, whatever signal it has', async () => {
    proxy.freeze()
    await expect(database.query('SELECT 1', [], signal)).rejects.toMatchObject(late)
    // Its connection makes room for another one.
    expect(await database.query('SELECT 1 AS one', [], signal)).toEqual([{ one: 1 }])
  })

  test('a statement whose signal aborts keeps the place of its connection for a second at most', async () => {
    proxy.freeze()
    await expect(database.query('SELECT 1', [], AbortSignal.timeout(30))).rejects.toMatchObject(late)
    await until('there is room', () =>
      database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    )
  })

  test('a transaction is given up too', async () => {
    const stuck = database.transaction(async (transaction) => {
      await transaction.query('SELECT 1')
      proxy.freeze()
      await transaction.query('SELECT 2')
    })
    await expect(stuck).rejects.toBeInstanceOf(Error)
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})
