import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { agencies } from '../../../scripts/agencies.mjs'
import { runEverything } from '../../../scripts/runEverything.mjs'
import { until } from '../../support/until.ts'

const standIns = join(import.meta.dirname, '../../support/standIns')
const prefixes = agencies.map(({ prefix }) => prefix)
const defaults: Readonly<Record<string, string>> = Object.fromEntries([
  ...prefixes.map((prefix) => [`${prefix}DATABASE_URL`, 'postgres://somewhere.invalid/else'] as const),
  ...['', 'METRICS_', ...prefixes].map((prefix) => [`${prefix}PORT`, '0'] as const),
])

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'satu-atap-start-'))
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** Runs stand-ins on databases that are given, so that none is started. */
function run(environment: Readonly<Record<string, string>> = {}, folder = dataDir) {
  const controller = new AbortController()
  let text = ''
  const output = { isTTY: false, write: (part: string) => (text += part) }
  const finished = runEverything({
    agencies,
    commands: {
      agencies: [process.execPath, join(standIns, 'agencies.mjs')],
      gateway: [process.execPath, join(standIns, 'gateway.mjs')],
    },
    root: standIns,
    dataDir: folder,
    environment: { ...defaults, STAND_IN_REPORT: join(dataDir, 'report'), ...environment },
    output: output as unknown as NodeJS.WriteStream,
    signal: controller.signal,
  })
  const untilReady = () => until('it is ready', () => text.includes('is ready'))
  return { finished, untilReady, stop: () => controller.abort(), text: () => text }
}

async function runUntilReady(environment?: Readonly<Record<string, string>>) {
  const whole = run(environment)
  await whole.untilReady()
  whole.stop()
  return { status: await whole.finished, text: whole.text() }
}

const readReport = async () =>
  JSON.parse(await readFile(join(dataDir, 'report'), 'utf8')) as Readonly<Record<string, string>>

describe('runEverything', () => {
  test('says once where it is ready, how long that took and that all agencies answered', async () => {
    const { status, text } = await runUntilReady()
    const line =
      /^Satu Atap is ready at http:\/\/127\.0\.0\.1:\d+ in \d+\.\d s\. Self-check: persona 1 answered by (\w+) of \1 agencies, readiness READY\.$/gm
    expect(text.match(line)).toHaveLength(1)
    expect(status).toBe(0)
  })

  test('shows how to ask it something, with a token', async () => {
    const { text } = await runUntilReady()
    expect(text).toMatch(
      /^ {2}curl -s (http:\S+)\/graphql -H "authorization: Bearer \$\(curl -s '\1\/dev\/token\?as=ltsa-officer'\)" \\$/m,
    )
  })

  test('asks nothing where it has no token to ask with', async () => {
    const { status, text } = await runUntilReady({ STAND_IN_LOCKED: 'yes' })
    expect(text).toContain('Self-check: it takes tokens of your own issuer alone, so nothing was asked.')
    expect(status).toBe(0)
  })

  test('says where the logs are and how far seeding is', async () => {
    const { text } = await runUntilReady()
    expect(text).toContain(`Logs are in ${join(dataDir, 'logs')}.`)
    expect(text).toContain('Seeding identity: 500 applicants.\nSeeded identity.\n')
  })

  test('has two thousand applicants seeded unless told otherwise', async () => {
    await runUntilReady()
    expect(await readReport()).toMatchObject({ SEED_APPLICANTS: '2000' })
    await runUntilReady({ SEED_APPLICANTS: '50' })
    expect(await readReport()).toMatchObject({ SEED_APPLICANTS: '50' })
  })

  test('leaves databases that are given as they are', async () => {
    await runUntilReady()
    expect(await readReport()).toMatchObject({ HEALTH_DATABASE_URL: 'postgres://somewhere.invalid/else' })
  })

  test('leaves databases as they are whose addresses stand in files', async () => {
    const inFile = { HEALTH_DATABASE_URL: '', HEALTH_DATABASE_URL_FILE: '/run/secrets/HEALTH_DATABASE_URL' }
    await runUntilReady(inFile)
    expect(await readReport()).toMatchObject(inFile)
    expect(existsSync(join(dataDir, 'logs', 'postgres.log'))).toBe(false)
  })

  test('names the agencies that did not answer the self-check, and stops', async () => {
    const { finished, text } = run({ STAND_IN_SILENT: 'passport' })
    expect(await finished).toBe(1)
    expect(text()).toContain('The self-check failed: no answer from passport.\n')
    expect(text()).not.toContain('is ready')
  })

  test.each([
    ['an error', '{"errors":[{"message":"Cannot query field"}]}', 'The self-check failed: Cannot query field.'],
    ['half a JSON', '{"data":', 'The self-check failed: '],
    ['nobody', '{"data":{"applicant":null},"extensions":{"provenance":[]}}', 'no answer from identity, passport, '],
  ])('fails when the gateway answers with %s', async (_, answer, message) => {
    const { finished, text } = run({ STAND_IN_ANSWER: answer })
    expect(await finished).toBe(1)
    expect(text()).toContain(message)
  })

  test('fails when something else than the gateway answers', async () => {
    const { finished, text } = run({ STAND_IN_TYPE: 'text/html' })
    expect(await finished).toBe(1)
    expect(text()).toContain('The self-check failed: status 200 without JSON.')
  })

  test('shows the end of the log of a part that ends before it is ready', async () => {
    const { finished, text } = run({ STAND_IN_AGENCIES: 'fails' })
    expect(await finished).toBe(1)
    expect(text()).toMatch(
      /The agencies ended unexpectedly \(status 1\)\. The end of .*agencies\.log:\nIDENTITY_PORT must/,
    )
  })

  test('stops everything when a part ends later', async () => {
    const { finished, untilReady, text } = run({ STAND_IN_AGENCIES: 'mortal' })
    await untilReady()
    process.kill(Number((await readReport())['STAND_IN_PID']), 'SIGUSR2')
    expect(await finished).toBe(1)
    expect(text()).toContain('The agencies ended unexpectedly (status 3).')
  })

  test('names the variable of a port that is in use, before it starts anything', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const { finished, text } = run({ HEALTH_PORT: port })
    expect(await finished).toBe(1)
    server.close()
    expect(text()).toBe(
      `Port ${port} is in use; set HEALTH_PORT to another one.\nPerhaps Satu Atap is running already.\n`,
    )
  })

  test('names the variable of a data folder that cannot be made', async () => {
    const file = join(dataDir, 'file')
    await writeFile(file, '')
    const { finished, text } = run({}, file)
    expect(await finished).toBe(1)
    expect(text()).toContain(
      'DATA_DIR has a value that is not allowed (ENOTDIR). Allowed is the path of a folder that this user may write to.\n',
    )
  })

  test('kills a part that will not stop', async () => {
    const { status } = await runUntilReady({ STAND_IN_AGENCIES: 'stubborn' })
    expect(status).toBe(0)
  })

  test('may be stopped before it is ready', async () => {
    const { finished, stop } = run()
    stop()
    expect(await finished).toBe(0)
  })
})
