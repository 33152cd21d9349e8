import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Agent, request } from 'undici'
import type { Dispatcher } from 'undici'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { createTestDatabase } from '../support/createTestDatabase.ts'
import type { TestDatabase } from '../support/createTestDatabase.ts'
import { runCommand } from '../support/runCommand.ts'
import { spawnAgencies } from '../support/spawnAgencies.ts'
import type { SpawnedAgencies } from '../support/spawnAgencies.ts'
import { spawnGateway } from '../support/spawnGateway.ts'

const kills = 5
const clients = 16
const body = JSON.stringify({ query: '{ applicant(nik: "5318075205999001") { fullName } }' })

describe('a gateway that is killed under load', () => {
  let database: TestDatabase
  let agencies: SpawnedAgencies
  let folder: string
  let variables: Readonly<Record<string, string>>

  beforeAll(async () => {
    database = await createTestDatabase()
    const port = String(await findFreePort())
    agencies = await spawnAgencies(['identity'], {
      IDENTITY_DATABASE_URL: database.url,
      IDENTITY_PORT: port,
      SEED_APPLICANTS: '1',
    })
    folder = await mkdtemp(join(tmpdir(), 'satu-atap-ledger-'))
    variables = {
      ACCESS: 'enforced',
      LEDGER_PATH: folder,
      CLIENT_RATE: '100000',
      CLIENT_BURST: '100000',
      IDENTITY_URL: `http://127.0.0.1:${port}/graphql`,
    }
  }, 60_000)

  afterAll(async () => {
    agencies.signal('SIGTERM')
    await agencies.exited
    await database.drop()
    await rm(folder, { recursive: true })
  })

  interface Client {
    readonly url: string
    readonly token: string
    readonly dispatcher: Dispatcher
  }

  /** Asks once: the id of an answer that came in full. */
  async function ask({ url, token, dispatcher }: Client): Promise<string> {
    const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'supervision', 'content-type': 'application/json' }
    const response = await request(url, { method: 'POST', headers, body, dispatcher })
    const text = await response.body.text()
    if (!text.includes('Maria')) throw new Error(text)
    return String(response.headers['x-correlation-id'])
  }

  /** Asks until the gateway is gone. */
  async function askUntilGone(client: Client): Promise<readonly string[]> {
    const ids: string[] = []
    try {
      for (;;) ids.push(await ask(client))
    } catch {
      return ids
    }
  }

  it('has in its ledger every answer that a client received', async () => {
    const answered: string[] = []
    for (let killed = 0; killed < kills; killed += 1) {
      const gateway = spawnGateway(variables)
      const url = await gateway.ready
      const token = (await (await fetch(new URL('/dev/token?as=bp2mi', url))).text()).trim()
      const client = { url, token, dispatcher: new Agent() }
      // Planned and warm, so that answers come quickly from here on.
      answered.push(await ask(client))
      const asking = Array.from({ length: clients }, () => askUntilGone(client))
      // However far the clients have come by then.
      setTimeout(() => gateway.signal('SIGKILL'), 150 + killed * 60)
      answered.push(...(await Promise.all(asking)).flat())
      await gateway.exited
      await client.dispatcher.destroy()
    }
    expect(answered.length).toBeGreaterThan(kills * clients)
    const segments = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
    const written = (await Promise.all(segments.map((name) => readFile(join(folder, name), 'utf8')))).join('')
    expect(answered.filter((id) => !written.includes(id))).toEqual([])
    // The next start cuts what the last kill left half written, and the chain is whole.
    const last = spawnGateway(variables)
    await last.ready
    last.signal('SIGTERM')
    await last.exited
    expect((await runCommand('ledgerCommand', ['verify'], { variables: { LEDGER_PATH: folder } })).status).toBe(0)
  }, 120_000)
})
