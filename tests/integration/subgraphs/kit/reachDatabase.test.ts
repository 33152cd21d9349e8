import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { reachDatabase } from '../../../../subgraphs/kit/reachDatabase.ts'
import { createTestDatabase } from '../../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../../support/createTestDatabase.ts'
import { runStatement } from '../../../support/runStatement.ts'

const variable = 'HEALTH_DATABASE_URL'
const refusal = (complaint: string) => ({
  name: 'EnvironmentError',
  message: `HEALTH_DATABASE_URL ${complaint} Allowed is the URL of a PostgreSQL database that answers.`,
})

let database: TestDatabase
let server: Server | undefined

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(() => void server?.close())
afterAll(() => database.drop())

/** The address of a server that is no PostgreSQL. */
async function startStranger(behave: (socket: Socket) => void): Promise<string> {
  const stranger = createServer(behave)
  server = stranger
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  return `postgres://user:geheim@127.0.0.1:${(stranger.address() as AddressInfo).port}/none`
}

describe('reaching a database', () => {
  test('leaves nothing behind when it answers', async () => {
    await reachDatabase({ url: database.url, variable })
    const others = 'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
    expect(await runStatement(database.url, others)).toEqual([])
  })

  test('says so when nobody listens, or no such host is known', async () => {
    await expect(reachDatabase({ url: 'postgres://user:geheim@127.0.0.1:1/none', variable })).rejects.toMatchObject(
      refusal('names a host and port where nobody listens.'),
    )
    await expect(reachDatabase({ url: 'postgres://user:geheim@nowhere.invalid/none', variable })).rejects.toMatchObject(
      { message: expect.stringMatching(/^HEALTH_DATABASE_URL names a (host that is not known|database that cannot)/) },
    )
  })

  test('says so when the server has no such database', async () => {
    const url = new URL(database.url)
    url.pathname = '/nowhere'
    await expect(reachDatabase({ url: url.href, variable })).rejects.toMatchObject(
      refusal('names a database that the server does not have.'),
    )
  })

  test('says so when the server does not let the user in', async () => {
    const url = new URL(database.url)
    url.username = 'nobody'
    const refused = reachDatabase({ url: url.href, variable })
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('names a user whom the server') })
  })

  test('waits no longer than it may for a server that says nothing', async () => {
    const silent = await startStranger(() => undefined)
    await expect(reachDatabase({ url: silent, variable, limit: 100 })).rejects.toMatchObject(
      refusal('names a database that cannot be reached within 0.1 seconds.'),
    )
  })

  test('gives up on a server that hangs up', async () => {
    const rude = await startStranger((socket) => socket.end())
    await expect(reachDatabase({ url: rude, variable })).rejects.toMatchObject(
      refusal('names a database that cannot be reached.'),
    )
  })

  test('gives the code of what it has no words for', async () => {
    const url = 'postgres://user:geheim@127.0.0.1:1/none?sslcert=/nowhere/geheim.pem'
    await expect(reachDatabase({ url, variable })).rejects.toMatchObject(
      refusal('names a database that cannot be reached (ENOENT).'),
    )
  })
})
