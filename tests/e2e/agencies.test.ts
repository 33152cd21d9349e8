import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { agencies } from '../../scripts/agencies.mjs'

const root = join(import.meta.dirname, '../..')

/** Runs the agencies with these arguments and variables, and no others of ours, until they end by themselves. */
async function run(names: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['subgraphs/main.ts', ...names], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, output, errors }
}

describe('the agencies as a process', () => {
  it.each([
    [
      'a database that is not there',
      ['health'],
      { HEALTH_DATABASE_URL: 'postgres://health:geheim@127.0.0.1:1/health' },
      'HEALTH_DATABASE_URL names a host and port where nobody listens. Allowed is the URL of a PostgreSQL database that answers.\n',
    ],
    [
      'no database',
      ['health'],
      {},
      'HEALTH_DATABASE_URL is not set and has no default here. Set it to a URL that begins with postgres:// or postgresql://.\n',
    ],
    [
      'an agency that there is not',
      ['customs'],
      {},
      `There is no agency of that name. The agencies are ${agencies.map(({ name }) => name).join(', ')}.\n`,
    ],
  ])('refuse to start with %s, in one plain line', async (_what, names, variables, errors) => {
    expect(await run(names, variables)).toEqual({ status: 1, output: '', errors })
  })

  it('warn of a variable that nobody reads, and name the one that was meant', async () => {
    const variables = { HEALTH_DATABASE_URL: 'postgres://health:geheim@127.0.0.1:1/health', HEALTH_CALLKEY: 'geheim' }
    const { output } = await run(['health'], variables)
    expect(JSON.parse(output)).toMatchObject({ level: 'warn', variable: 'HEALTH_CALLKEY', meant: 'HEALTH_CALL_KEY' })
    expect(output).not.toContain('geheim')
  })

  it('log nothing when they are told to be silent', async () => {
    const variables = { HEALTH_DATABASE_URL: 'postgres://health:geheim@127.0.0.1:1/health', LOG_LEVEL: 'silent' }
    expect(await run(['health'], variables)).toMatchObject({ status: 1, output: '' })
  })
})
