import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { agencies } from '../../../scripts/agencies.mjs'
import { createAgencyDatabases } from '../../../scripts/createAgencyDatabases.mjs'
import { dropAgencyDatabases } from '../../../scripts/dropAgencyDatabases.mjs'
import { startEmbeddedPostgres } from '../../../scripts/startEmbeddedPostgres.mjs'
import { runStatement } from '../../support/runStatement.ts'

jest.setTimeout(60_000)

const names = agencies.map(({ name }) => name)
let dataDir: string
let server: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let urls: Record<string, string>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'satu-atap-agencies-'))
  server = await startEmbeddedPostgres({ dataDir, durable: false })
  urls = await createAgencyDatabases(server.adminUrl, names)
  await Promise.all(names.map((name) => runStatement(urlOf(name), 'CREATE TABLE secret (nik text)')))
})

afterAll(async () => {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function urlOf(agency: string): string {
  const url = urls[agency]
  if (url === undefined) throw new Error(`${agency} has no database.`)
  return url
}

/** The URL with another database in it, as an agency that wants to look elsewhere would write it. */
function onDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = database
  return other.href
}

const databases = [...names.map((name) => name.replace('-', '_')), 'postgres', 'template1']
const pairs = names.flatMap((name) =>
  databases.filter((database) => database !== name.replace('-', '_')).map((database) => [name, database] as const),
)

describe('createAgencyDatabases', () => {
  test.each(names)('gives %s a database of its own, with a role named alike', async (name) => {
    const rows = await runStatement(urlOf(name), 'SELECT current_user AS role, current_database() AS database')
    const expected = name.replace('-', '_')
    expect(rows).toEqual([{ role: expected, database: expected }])
  })

  test.each(pairs)('keeps the role of %s out of the database %s', async (name, database) => {
    const looking = runStatement(onDatabase(urlOf(name), database), 'SELECT nik FROM secret')
    await expect(looking).rejects.toThrow(/permission denied for database/)
  })

  test.each(names)('gives the role of %s no power over the server', async (name) => {
    const text =
      'SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user'
    expect(await runStatement(urlOf(name), text)).toEqual([
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false, rolbypassrls: false },
    ])
  })

  test('keeps what is there, and the same passwords, when it is called again', async () => {
    await runStatement(urlOf('health'), "INSERT INTO secret VALUES ('kept')")
    expect(await createAgencyDatabases(server.adminUrl, names)).toEqual(urls)
    expect(await runStatement(urlOf('health'), 'SELECT nik FROM secret')).toEqual([{ nik: 'kept' }])
  })

  test('gives every agency a password of its own', () => {
    expect(new Set(Object.values(urls).map((url) => new URL(url).password)).size).toBe(names.length)
  })

  test('lets several sets live side by side, each behind its prefix, and takes one away without the other', async () => {
    const other = await createAgencyDatabases(server.adminUrl, ['health'], { prefix: 'run1_' })
    expect(await runStatement(other['health'] ?? '', 'SELECT current_user AS role')).toEqual([{ role: 'run1_health' }])
    await dropAgencyDatabases(server.adminUrl, ['health'], { prefix: 'run1_' })
    await expect(runStatement(other['health'] ?? '', 'SELECT 1')).rejects.toThrow(/authentication failed/)
    expect(await runStatement(urlOf('health'), 'SELECT current_user AS role')).toEqual([{ role: 'health' }])
  })
})
