import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import type { EntityTag } from '../../../../gateway/cache/EntityCache.ts'
import { createHttpServer } from '../../../../gateway/intake/createHttpServer.ts'
import { serveChanges } from '../../../../gateway/intake/serveChanges.ts'
import { createCallSigner } from '../../../../platform/createCallSigner.ts'
import { createChangeSigner } from '../../../../platform/createChangeSigner.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import { digestBody } from '../../../../platform/digestBody.ts'

const callSecret = 'a secret of at least 32 characters'
const start = Date.parse('2026-11-24T02:00:00Z')
const nik = '5318075205999001'
const body = JSON.stringify({ events: [{ id: '1', type: 'Applicant', key: { nik } }] })

let now: number
let elapsed: number
let lines: string[]
let taken: (readonly EntityTag[] | string)[]
let trouble: Error | undefined
let server: FastifyInstance
let ended: (readonly (string | undefined)[])[]
let count = 0

beforeEach(() => {
  now = start
  elapsed = 0
  lines = []
  taken = []
  trouble = undefined
  ended = []
  const logger = createLogger({ name: 'test', level: 'debug', destination: { write: (line) => void lines.push(line) } })
  // Less than an announcement may have: its limit is its own.
  server = createHttpServer({
    logger,
    bodyLimits: { bytes: 10, values: 1_000 },
    arrivalLimit: 10_000,
    exchangeLimit: 30_000,
    production: false,
  })
  async function take(what: readonly EntityTag[] | string): Promise<void> {
    if (trouble !== undefined) throw trouble
    taken.push(what)
  }
  serveChanges(server, {
    isKnown: (agency) => ['passport', 'health'].includes(agency),
    callSecret,
    contributes: (agency, type) => agency === 'passport' && type === 'Applicant',
    cache: { invalidate: take, invalidateAgency: take },
    clock: () => now,
    now: () => elapsed,
    logger,
    metrics: { ended: (...what) => void ended.push(what) },
  })
})
afterEach(() => server.close())

interface Announcement {
  readonly agency?: string
  readonly key?: string
  readonly id?: string
  readonly signedBody?: string
  readonly sent?: string
  readonly token?: string
  readonly type?: string
}

function tokenOf({
  agency = 'passport',
  key = deriveCallKey(callSecret, agency),
  id,
  signedBody = body,
}: Announcement) {
  count += 1
  const sign = createChangeSigner({ key, agency, clock: () => start })
  return sign({ id: id ?? `id-${count}`, bodyDigest: digestBody(signedBody) })
}

async function announce(announcement: Announcement = {}) {
  const { sent = body, token = `Bearer ${tokenOf({ signedBody: sent, ...announcement })}` } = announcement
  const response = await server.inject({
    method: 'POST',
    url: '/changes',
    headers: { 'content-type': announcement.type ?? 'application/json', authorization: token },
    payload: sent,
  })
  const errors: readonly { readonly extensions: { readonly code: string } }[] =
    response.body === '' ? [] : response.json<{ errors: [] }>().errors
  const { 'www-authenticate': challenge } = response.headers
  return [
    response.statusCode,
    ...errors.map(({ extensions }) => extensions.code),
    ...(challenge === undefined ? [] : [challenge]),
  ]
}

const unauthenticated = [401, 'CHANGE_UNAUTHENTICATED', 'Bearer']

describe('POST /changes', () => {
  it('answers 204 once the cache has taken what changed', async () => {
    expect(await announce()).toEqual([204])
    expect(taken).toEqual([[{ type: 'Applicant', key: { nik } }]])
  })

  it('takes the change of a whole type, or of all, as one of everything that the agency said', async () => {
    const events = [
      { id: '1', type: 'Applicant', key: null },
      { id: '2', type: null, key: null },
      { id: '3', type: 'Applicant', key: { nik } },
    ]
    expect(await announce({ sent: JSON.stringify({ events }) })).toEqual([204])
    expect(await announce({ sent: JSON.stringify({ events: events.slice(1, 2) }) })).toEqual([204])
    expect(taken).toEqual(['passport', [{ type: 'Applicant', key: { nik } }], 'passport'])
  })

  it.each<readonly [string, Announcement]>([
    ['without a token', { token: '' }],
    ['with another scheme', { token: `Basic ${Buffer.from('a:b').toString('base64')}` }],
    ['with something else for a token', { token: 'Bearer x.y.z' }],
    ['with a token under another key', { key: deriveCallKey(callSecret, 'health') }],
    ['with the token of no agency of the supergraph', { agency: 'archive' }],
    ['with a token for another body', { signedBody: body.replace(nik, '5318075205999002') }],
  ])('answers 401 to an announcement %s', async (_what, announcement) => {
    expect(await announce(announcement)).toEqual(unauthenticated)
    expect(taken).toEqual([])
  })

  it('answers 401 to the token of a call', async () => {
    const key = deriveCallKey(callSecret, 'passport')
    const sign = createCallSigner({ key, agency: 'passport', clock: () => start })
    const { token } = sign({ subject: '', purpose: 'p', scopes: [] }, body)
    expect(await announce({ token: `Bearer ${token}` })).toEqual(unauthenticated)
  })

  it('answers 401 to an announcement that is older than a minute', async () => {
    now = start + 61_000
    expect(await announce()).toEqual(unauthenticated)
  })

  it('takes each announcement once, and the same changes in another one again', async () => {
    const token = `Bearer ${tokenOf({})}`
    expect(await announce({ token })).toEqual([204])
    expect(await announce({ token })).toEqual([409, 'CHANGE_REPLAYED'])
    now = start + 59_000
    elapsed = 59_000
    expect(await announce({ token })).toEqual([409, 'CHANGE_REPLAYED'])
    expect(await announce()).toEqual([204])
    expect(taken).toHaveLength(2)
  })

  it('has room for others once those cannot be shown again, also where the clock was set back meanwhile', async () => {
    // As many characters as are remembered of one agency.
    for (let number = 1_000; number < 1_500; number += 1)
      expect(await announce({ id: String(number).repeat(2_000) })).toEqual([204])
    expect(await announce()).toEqual([503, 'CHANGE_NOT_TAKEN'])
    elapsed = 65_000
    expect(await announce()).toEqual([204])
  })

  it('lets two agencies use one id', async () => {
    expect(await announce({ id: 'same' })).toEqual([204])
    expect(await announce({ id: 'same', agency: 'health' })).toEqual([403, 'CHANGE_FOREIGN'])
  })

  it('answers 403 to a change of what the agency has nothing to say of, and takes nothing beside it', async () => {
    const events = [
      { id: '1', type: 'Applicant', key: { nik } },
      { id: '2', type: 'Region', key: { code: '53' } },
    ]
    expect(await announce({ sent: JSON.stringify({ events }) })).toEqual([403, 'CHANGE_FOREIGN'])
    expect(taken).toEqual([])
  })

  it.each<readonly [string, Announcement, readonly unknown[]]>([
    ['broken JSON', { sent: body.slice(0, -1) }, [400, 'CHANGE_MALFORMED']],
    ['no events', { sent: '{}' }, [400, 'CHANGE_MALFORMED']],
    ['another content type', { type: 'text/plain' }, [415, 'CONTENT_TYPE_UNSUPPORTED']],
    ['a body that is too large', { sent: body.padEnd(262_145) }, [413, 'BODY_TOO_LARGE']],
  ])('refuses %s', async (_what, announcement, refusal) => {
    expect(await announce(announcement)).toEqual(refusal)
    expect(taken).toEqual([])
  })

  it('answers 503 when the cache does not take it, and takes it when it is announced again', async () => {
    trouble = new Error(`${nik} could not be written`)
    expect(await announce()).toEqual([503, 'CHANGE_NOT_TAKEN'])
    trouble = undefined
    expect(await announce()).toEqual([204])
    expect(lines.join()).toContain('the cache did not take a change')
  })

  it('lets go of a connection on which it took none: behind its address there may be gateways that can', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokenOf({})}` }
    trouble = Object.assign(new Error('READONLY You can not write.'), { name: 'ReplyError' })
    const { headers: given } = await server.inject({ method: 'POST', url: '/changes', headers, payload: body })
    expect(given['connection']).toBe('close')
    expect(lines.join()).toContain('"refusal":"READONLY"')
  })

  it('leaves a line for each announcement, and nobody’s number in it', async () => {
    await announce()
    await announce({ token: '' })
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { msg: 'an announcement ended', agency: 'passport', status: 204 },
      { msg: 'an announcement ended', status: 401 },
    ])
    expect(lines.join()).not.toContain(nik)
  })

  it('counts each, by agency where one proved to be it', async () => {
    await announce()
    await announce({ sent: '{}' })
    await announce({ token: '' })
    trouble = new Error('as a test wants it')
    await announce()
    expect(ended).toEqual([
      ['passport', 'taken'],
      ['passport', 'refused'],
      [undefined, 'refused'],
      ['passport', 'failed'],
    ])
  })

  it('is no other method, and reads no other address', async () => {
    const response = await server.inject({ method: 'GET', url: '/changes' })
    expect(response.statusCode).toBe(404)
  })
})
