import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { findFreePort } from '../../../scripts/findFreePort.mjs'
import { agencies } from '../../../subgraphs/index.ts'
import { runCommand } from '../../support/runCommand.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'
import { startRedis } from '../../support/startRedis.ts'
import type { RedisServer } from '../../support/startRedis.ts'
import { until } from '../../support/until.ts'

jest.setTimeout(120_000)

const maria = '5318075205999001'
const yohanes = '5306030301019002'
const older = 'an-older-secret-that-the-gateways-still-read'
const newer = 'a-newer-secret-that-the-gateways-write-with'

const query = `query ($nik: NIK!) {
  applicant(nik: $nik) {
    fullName
    passports { number }
    policeClearances { number }
    healthExaminations { certificateNumber }
    insuranceMemberships { kpj }
    placements { id }
  }
}`

let graph: TestGraph
let redis: RedisServer
let before: TestGateway
let gateway: TestGateway
let variables: Readonly<Record<string, string>>

beforeAll(async () => {
  redis = await startRedis()
  variables = { CACHE: 'redis', REDIS_URL: redis.url, CACHE_SECRET: newer, CACHE_SECRETS_OLD: older }
  graph = await startGraph({ applicants: 1 })
  before = await graph.openGateway({ CACHE: 'redis', REDIS_URL: redis.url, CACHE_SECRET: older })
  gateway = await graph.openGateway(variables)
})

afterAll(async () => {
  await Promise.all([before.stop(), gateway.stop()])
  await graph.stop()
  await redis.stop()
})

/** Asks for a person, and answers where each agency's part came from. */
async function ask(from: TestGateway, nik: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await from.post({ query, variables: { nik } })
  const provenance = body.extensions?.['provenance'] as readonly { agency: string; source: string }[]
  return Object.fromEntries(provenance.map(({ agency, source }) => [agency, source]))
}

const everywhere = (source: string) => Object.fromEntries(agencies.map(({ name }) => [name, source]))

async function warm(from: TestGateway, nik: string): Promise<void> {
  await until('all is kept', async () => Object.values(await ask(from, nik)).every((source) => source === 'CACHE'))
}

function countCalls(): Readonly<Record<string, number>> {
  return Object.fromEntries(agencies.map(({ name }) => [name, graph.agency(name).proxy.calls()]))
}

beforeEach(async () => {
  for (const { name } of agencies) graph.agency(name).proxy.reset()
  for (const nik of [maria, yohanes]) await warm(gateway, nik)
  for (const { name } of agencies) graph.agency(name).proxy.reset()
})

describe('npm run cache -- forget', () => {
  it('makes everything of a person unreadable at once, and leaves what is kept of others', async () => {
    const ended = await runCommand('cacheCommand', ['forget', '-'], { variables, input: `${maria}\n` })
    expect(ended).toEqual({
      status: 0,
      output: 'Nothing that was kept of this person can be read any more.\n',
      errors: '',
    })
    expect(await ask(gateway, yohanes)).toEqual(everywhere('CACHE'))
    expect(countCalls()).toEqual(Object.fromEntries(agencies.map(({ name }) => [name, 0])))
    expect(await ask(gateway, maria)).toEqual(everywhere('LIVE'))
    expect(countCalls()).toEqual(Object.fromEntries(agencies.map(({ name }) => [name, 1])))
  })

  it('does so under every secret', async () => {
    for (const nik of [maria, yohanes]) await warm(before, nik)
    expect((await runCommand('cacheCommand', ['forget', maria], { variables })).status).toBe(0)
    expect(await ask(before, yohanes)).toEqual(everywhere('CACHE'))
    expect(await ask(before, maria)).toEqual(everywhere('LIVE'))
  })

  it('does so also where nothing is kept under the newest secret yet', async () => {
    await warm(before, maria)
    const rotated = {
      ...variables,
      CACHE_SECRET: 'a-secret-under-which-nothing-was-kept-yet',
      CACHE_SECRETS_OLD: older,
    }
    expect(await runCommand('cacheCommand', ['forget', maria], { variables: rotated })).toMatchObject({ status: 0 })
    expect(await ask(before, maria)).toEqual(everywhere('LIVE'))
  })

  it('reads secrets and the address of Redis from files as the gateway does', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'satu-atap-forget-'))
    const hidden = ['REDIS_URL', 'CACHE_SECRET', 'CACHE_SECRETS_OLD'] as const
    await Promise.all(hidden.map((name) => writeFile(join(folder, name), `${variables[name]}\n`)))
    const inFiles = hidden.flatMap((name) => [[name, ''] as const, [`${name}_FILE`, join(folder, name)] as const])
    const ended = await runCommand('cacheCommand', ['forget', maria], {
      variables: { ...variables, ...Object.fromEntries(inFiles) },
    })
    await rm(folder, { recursive: true })
    expect(ended).toMatchObject({ status: 0, errors: '' })
    expect(await ask(gateway, maria)).toEqual(everywhere('LIVE'))
  })

  it('leaves nothing that could stand in for a silent agency', async () => {
    expect((await runCommand('cacheCommand', ['forget', maria], { variables })).status).toBe(0)
    graph.agency('passport').proxy.setFault('down')
    const { body } = await gateway.post({ query, variables: { nik: maria } })
    expect(body.data).toMatchObject({ applicant: { fullName: 'Maria Kaka Bili', passports: null } })
  })

  it.each([
    ['a malformed NIK', ['forget', '5318075299999001'], {}, /^A NIK has 16 digits/],
    ['no NIK', ['forget'], {}, /^The command is: /],
    ['more than one NIK', ['forget', maria, yohanes], {}, /^The command is: /],
    ['another command', ['remember', maria], {}, /^The command is: /],
    ['a cache in memory', ['forget', maria], { CACHE: 'memory' }, /^CACHE is memory: .+ inside its gateway/],
    ['no cache', ['forget', maria], { CACHE: 'off' }, /^CACHE is off: /],
    ['an address that is none', ['forget', maria], { REDIS_URL: 'redis://a:b:c' }, /^REDIS_URL is no address/],
    [
      'a file of a secret that is not there',
      ['forget', maria],
      { CACHE_SECRET: '', CACHE_SECRET_FILE: '/nowhere/secret' },
      /^CACHE_SECRET_FILE names a file that cannot be read/,
    ],
    ['a wrong configuration', ['forget', maria], { CACHE_SECRET: 'short' }, /CACHE_SECRET/],
  ])('refuses %s in one sentence', async (_what, given, wrong, sentence) => {
    const { status, output, errors } = await runCommand('cacheCommand', given, {
      variables: { ...variables, ...wrong },
    })
    expect([status, output]).toEqual([1, ''])
    expect(errors).toMatch(sentence)
    expect(errors).not.toMatch(/\d{16}/)
    expect(await ask(gateway, maria)).toEqual(everywhere('CACHE'))
  })

  it.each([
    ['another secret', () => ({ CACHE_SECRET: 'a-secret-that-no-gateway-has-here', CACHE_SECRETS_OLD: '' })],
    ['another database', () => ({ REDIS_URL: `${redis.url}/1` })],
  ])('does not call a person forgotten whom %s knows nothing of', async (_what, foreign) => {
    const ended = await runCommand('cacheCommand', ['forget', maria], { variables: { ...variables, ...foreign() } })
    expect([ended.status, ended.output]).toEqual([1, ''])
    expect(ended.errors).toMatch(/^Redis took it, and has nothing .+ is not forgotten\.\n$/)
    expect(await ask(gateway, maria)).toEqual(everywhere('CACHE'))
  })

  it('says within its time that Redis did not take it', async () => {
    const hanging = await startRedis()
    process.kill(hanging.pid, 'SIGSTOP')
    const begun = performance.now()
    try {
      const urls = [`redis://127.0.0.1:${await findFreePort()}`, hanging.url]
      const ended = await Promise.all(
        urls.map((url) =>
          runCommand('cacheCommand', ['forget', maria], { variables: { ...variables, REDIS_URL: url } }),
        ),
      )
      for (const { status, output, errors } of ended) {
        expect([status, output]).toEqual([1, ''])
        expect(errors).toMatch(/^Redis did not take it, .+\n$/)
      }
      expect(performance.now() - begun).toBeLessThan(20_000)
    } finally {
      process.kill(hanging.pid, 'SIGCONT')
      await hanging.stop()
    }
  })

  it('says so too when Redis may only be read', async () => {
    const replica = await startRedis({ settings: ['--replicaof', '127.0.0.1', String(redis.port)] })
    try {
      const { status, errors } = await runCommand('cacheCommand', ['forget', maria], {
        variables: { ...variables, REDIS_URL: replica.url },
      })
      expect(status).toBe(1)
      expect(errors).toContain('READONLY')
      expect(await ask(gateway, maria)).toEqual(everywhere('CACHE'))
    } finally {
      await replica.stop()
    }
  })
})
