import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { openDatabase } from '../../../../subgraphs/kit/openDatabase.ts'

test('a database closes at once, also while a server that says nothing is connected to', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `postgres://passport@127.0.0.1:${port}/passport`
  const database = openDatabase({ url, connections: 1, statementTimeout: 600_000 })
  const asked = database.query('SELECT 1').catch((error: unknown) => error)
  await once(server, 'connection')
  await database.close()
  expect(await asked).toMatchObject({ name: 'ConnectionError' })
  server.close()
  await once(server, 'close')
})
