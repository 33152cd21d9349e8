import { copyFile, mkdir, mkdtemp, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { headPath } from '../../../gateway/disclose/ledger/headPath.ts'
import { segmentPath } from '../../../gateway/disclose/ledger/segmentPath.ts'
import { askAs } from '../../support/askAs.ts'
import { runCommand } from '../../support/runCommand.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'
import { tokenOf } from '../../support/tokenOf.ts'
import { until } from '../../support/until.ts'

const persona = '5318075205999001'
const elsewhere = '5301064101789008'
const nobody = '5318075205999555'

describe('the ledger of a gateway', () => {
  let graph: TestGraph
  let gateway: TestGateway
  let folder: string

  beforeAll(async () => {
    graph = await startGraph({ applicants: 5 })
    folder = await mkdtemp(join(tmpdir(), 'satu-atap-ledger-'))
    gateway = await graph.openGateway({ ACCESS: 'enforced', LEDGER_PATH: folder })
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
    await rm(folder, { recursive: true })
  })

  const variables = () => ({ LEDGER_PATH: folder })
  const whoSaw = async (nik: string) => {
    const { output } = await runCommand('ledgerCommand', ['who-saw', '-'], { variables: variables(), input: nik })
    return output
  }

  const entriesOf = (seen: string) => seen.match(/BP2MI/g)?.length ?? 0

  it('tells who saw a person, why, what of it and from where, also when it came from the cache', async () => {
    const query = `query Look { applicant(nik: "${persona}") { fullName passports { number } policeClearances { hasRecord } } }`
    const { headers } = await askAs(gateway, 'ltsa-officer', { query })
    await askAs(gateway, 'ltsa-officer', { query })
    const seen = await whoSaw(persona)
    expect(seen).toContain(String(headers.get('x-correlation-id')))
    expect(seen.match(/demo-ltsa-officer/g)).toHaveLength(2)
    for (const word of [
      'LTSA_OFFICER',
      'demo-desk',
      'LTSA-53',
      'service-delivery',
      'SPECIFIC',
      'passport',
      'LIVE',
      'CACHE',
    ])
      expect(seen).toContain(word)
  })

  it('knows whom a list showed, though nobody asked for the NIK', async () => {
    const before = await whoSaw(elsewhere)
    await askAs(gateway, 'bp2mi', {
      query: '{ applicants(filter: { regionCode: "53.01" }, first: 100) { edges { node { sex } } } }',
    })
    const after = await whoSaw(elsewhere)
    expect(entriesOf(after)).toBe(entriesOf(before) + 1)
    const placements = '{ placements(filter: { ltsaOffice: "LTSA-53" }, first: 100) { edges { node { stage } } } }'
    const { body } = await askAs(gateway, 'bp2mi', { query: placements })
    expect(JSON.stringify(body)).not.toContain(persona)
    const { output } = await runCommand('ledgerCommand', ['verify'], { variables: variables() })
    expect(output).toMatch(/\d+ entries/)
  })

  it('writes down each person once, from agencies and from the cache, however their records are reached', async () => {
    const file = `{ applicant(nik: "${persona}") { fullName placements { id stage } passports { number } } }`
    const list = '{ applicants(filter: { regionCode: "53" }, first: 100) { edges { node { nik placements { id } } } } }'
    const counts: number[] = []
    for (const query of [file, file, list, list]) {
      await askAs(gateway, 'ltsa-officer', { query })
      counts.push((await lastEntry(folder)).applicants.length)
    }
    const { body } = await askAs(gateway, 'ltsa-officer', { query: list })
    const people = new Set(JSON.stringify(body).match(/"nik":"\d{16}"/g)).size
    expect(people).toBeGreaterThan(1)
    expect(counts).toEqual([1, 1, people, people])
  })

  it('writes down that somebody was looked for who does not exist, and nothing where nothing was shown', async () => {
    const ask = (user: 'bp2mi' | 'worker' | 'ltsa-officer', nik: string) =>
      askAs(gateway, user, { query: `{ applicant(nik: "${nik}") { fullName } }` })
    await ask('bp2mi', nobody)
    expect(await whoSaw(nobody)).toContain('demo-bp2mi')
    await ask('worker', elsewhere)
    await ask('ltsa-officer', nobody)
    expect(await whoSaw(elsewhere)).not.toContain('demo-worker')
    expect(await whoSaw(nobody)).not.toContain('demo-ltsa-officer')
  })

  it('has what leaves of a gateway that stops, with what there is by then', async () => {
    const own = await mkdtemp(join(tmpdir(), 'satu-atap-ledger-'))
    const other = await graph.openGateway({ ACCESS: 'enforced', LEDGER_PATH: own })
    const token = await tokenOf(other, 'bp2mi')
    const { proxy } = graph.agency('passport')
    proxy.reset()
    proxy.setFault('silent')
    const query = `{ applicant(nik: "${persona}") { sex passports { number } } }`
    const asking = other.post({ query }, { authorization: `Bearer ${token}`, 'x-purpose': 'supervision' })
    await until('the agency is asked', () => proxy.calls() > 0)
    const stopping = other.stop()
    const { status, body } = await asking
    expect([status, body.data, body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([
      200,
      { applicant: { sex: 'FEMALE', passports: null } },
      ['AGENCY_UNAVAILABLE'],
    ])
    await stopping
    proxy.reset()
    const { output } = await runCommand('ledgerCommand', ['verify'], { variables: { LEDGER_PATH: own } })
    expect(output).toMatch(/\b1 entr/)
    await rm(own, { recursive: true })
  })

  it('stops what would be disclosed while it cannot be written, says why, and goes on by itself', async () => {
    const own = await mkdtemp(join(tmpdir(), 'satu-atap-ledger-'))
    const small = { ACCESS: 'enforced', LEDGER_PATH: own, LEDGER_SEGMENT_BYTES: '65536', CLIENT_BURST: '10000' }
    const other = await graph.openGateway(small)
    const token = await tokenOf(other, 'ltsa-officer')
    const headers = { authorization: `Bearer ${token}`, 'x-purpose': 'service-delivery' }
    const ask = (query: string) => other.post({ query }, headers)
    const person = `{ applicant(nik: "${persona}") { fullName } }`
    // The next segment cannot be begun where a folder stands in its place.
    const blocked = segmentPath(own, 2)
    await mkdir(blocked)
    const answers = []
    for (let asked = 0; asked < 400 && answers.at(-1)?.status !== 503; asked += 1) answers.push(await ask(person))
    expect(answers.at(-1)).toMatchObject({
      status: 503,
      body: { errors: [{ extensions: { code: 'LEDGER_UNAVAILABLE', retryable: true } }] },
    })
    expect(JSON.stringify(answers.at(-1)?.body)).not.toContain('Maria')
    const health = async (): Promise<unknown> => (await fetch(`${other.origin}/health/ready`)).json()
    expect(await health()).toMatchObject({ ledger: { writable: false, reason: expect.any(String) } })
    const metrics = async (): Promise<string> => (await fetch(other.metricsUrl)).text()
    const written = answers.length - 1
    expect(await metrics()).toMatch(new RegExp(`^satu_atap_ledger_entries_total ${written}$`, 'm'))
    expect(await metrics()).toMatch(/^satu_atap_ledger_writable 0$/m)
    // What is about nobody is answered all the same.
    expect((await ask('{ region(code: "53") { name } }')).status).toBe(200)

    await rmdir(blocked)
    expect((await ask(person)).status).toBe(200)
    expect(await health()).toMatchObject({ ledger: { writable: true } })
    expect(await metrics()).toMatch(new RegExp(`^satu_atap_ledger_write_duration_seconds_count ${written + 1}$`, 'm'))
    expect(await metrics()).toMatch(/^satu_atap_ledger_writable 1$/m)
    await other.stop()
    const { status } = await runCommand('ledgerCommand', ['verify'], { variables: { LEDGER_PATH: own } })
    expect(status).toBe(0)
    await rm(own, { recursive: true })
  })

  it('lets nothing more leave where older copies came into the place of its files, and says so', async () => {
    const own = await mkdtemp(join(tmpdir(), 'satu-atap-ledger-'))
    const other = await graph.openGateway({ ACCESS: 'enforced', LEDGER_PATH: own })
    const person = { query: `{ applicant(nik: "${persona}") { fullName } }` }
    const files = [segmentPath(own, 1), headPath(own)]
    expect((await askAs(other, 'ltsa-officer', person)).status).toBe(200)
    for (const path of files) await copyFile(path, `${path}.copy`)
    expect((await askAs(other, 'ltsa-officer', person)).status).toBe(200)
    for (const path of files) await rename(`${path}.copy`, path)
    for (let asked = 0; asked < 2; asked += 1) {
      const { status, body } = await askAs(other, 'ltsa-officer', person)
      expect([status, body.errors?.map(({ extensions }) => extensions['code'])]).toEqual([503, ['LEDGER_UNAVAILABLE']])
      expect(JSON.stringify(body)).not.toContain('Maria')
    }
    const health: unknown = await (await fetch(`${other.origin}/health/ready`)).json()
    expect(health).toMatchObject({ ledger: { writable: false, reason: 'REPLACED' } })
    await other.stop()
    expect(other.lines().filter(({ reason }) => reason === 'REPLACED')).toEqual([
      expect.objectContaining({ level: 'error', file: '000001.jsonl', entries: 2, hash: expect.any(String) }),
    ])
    // Which is what tells the copies from the ledger that they pass for.
    expect((await runCommand('ledgerCommand', ['verify'], { variables: { LEDGER_PATH: own } })).output).toMatch(
      /\b1 entr/,
    )
    await rm(own, { recursive: true })
  })
})

/** The newest entry of a ledger that has one segment. */
async function lastEntry(folder: string): Promise<{ readonly applicants: readonly string[] }> {
  const lines = (await readFile(segmentPath(folder, 1), 'utf8')).trimEnd().split('\n')
  return JSON.parse(lines.at(-1) ?? '') as { readonly applicants: readonly string[] }
}
