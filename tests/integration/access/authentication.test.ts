import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { developmentUsers } from '../../../gateway/access/developmentUsers.ts'
import type { DevelopmentUser } from '../../../gateway/access/developmentUsers.ts'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { createTestSigner } from '../../support/createTestSigner.ts'
import type { TestSigner, TokenDraft } from '../../support/createTestSigner.ts'
import { errorOf } from '../../support/errorOf.ts'
import { expectBetween } from '../../support/expectBetween.ts'
import { hostileTokens } from '../../support/hostileTokens.ts'
import { manifestOf } from '../../support/manifestOf.ts'
import { productionSecrets } from '../../support/productionSecrets.ts'
import { ruledSdl } from '../../support/ruledSdl.ts'
import { signLong } from '../../support/signLong.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { GraphAnswer, TestGateway } from '../../support/startGateway.ts'
import { startHttpStub } from '../../support/startHttpStub.ts'
import type { HttpStub } from '../../support/startHttpStub.ts'
import { startSubgraph } from '../../support/startSubgraph.ts'
import type { TestSubgraph } from '../../support/startSubgraph.ts'
import { startTestIssuer } from '../../support/startTestIssuer.ts'
import type { IssuerBehaviour, TestIssuer } from '../../support/startTestIssuer.ts'
import { tokenOf } from '../../support/tokenOf.ts'
import { writeTemporary } from '../../support/writeTemporary.ts'
import type { TemporaryFile } from '../../support/writeTemporary.ts'

const audience = 'satu-atap'
const second = 1000
const minute = 60 * second

/** It is registered, for production answers no others. */
const question = 'query Greeting { greeting }'

let now: number
const clock = (): number => now
let subgraph: TestSubgraph
let supergraph: string
let manifest: TemporaryFile
let issuer: TestIssuer
let stranger: TestSigner
let strangers: HttpStub
let gateways: TestGateway[] = []

beforeAll(async () => {
  now = Date.now()
  subgraph = await startSubgraph({
    name: 'greetings',
    sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"]) type Query { greeting: String }',
    resolvers: { Query: { greeting: () => 'selamat' } },
  })
  supergraph = composeSupergraph([{ ...subgraph, sdl: ruledSdl(subgraph.sdl) }])
  manifest = await writeTemporary(manifestOf(question))
  stranger = await createTestSigner({ issuer: 'https://login.example', audience, clock })
  strangers = await startHttpStub((response) => response.end(JSON.stringify(stranger.jwks())))
})

afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.stop()))
  gateways = []
  await issuer?.stop()
})

afterAll(async () => {
  await strangers.stop()
  await subgraph.stop()
  await manifest.remove()
})

/** A gateway that has seen no token yet, and the issuer whose tokens it takes. */
async function open(variables: Readonly<Record<string, string>> = {}): Promise<TestGateway> {
  now = Date.now()
  issuer = await startTestIssuer({ clock })
  const trust = {
    ACCESS: 'enforced',
    CLIENT_RATE: '100000',
    CLIENT_BURST: '100000',
    TOKEN_ISSUER: issuer.issuer,
    OPERATIONS_PATH: manifest.path,
  }
  const gateway = await startGateway(supergraph, { ...trust, JWKS_URL: issuer.url, ...variables }, clock)
  gateways.push(gateway)
  return gateway
}

function ask(gateway: TestGateway, authorization: string | undefined): Promise<GraphAnswer> {
  const who = authorization === undefined ? {} : { authorization }
  return gateway.post({ query: question }, { 'x-purpose': 'service-delivery', ...who })
}

const askWith = async (gateway: TestGateway, draft: TokenDraft = {}): Promise<GraphAnswer> =>
  ask(gateway, `Bearer ${await issuer.sign(draft)}`)

/** All of an answer that whoever sent the token can look at. */
function seen({ status, headers, body }: GraphAnswer): string {
  const text = JSON.stringify({ status, headers: Object.fromEntries(headers), body })
  const id = headers.get('x-correlation-id') ?? 'no correlation id'
  return text.replaceAll(id, 'the correlation id').replace(headers.get('date') ?? 'no date', 'the date')
}

const codeOf = ({ body }: GraphAnswer): unknown => body.errors?.[0]?.extensions['code']

describe.each([
  ['in production', productionSecrets],
  ['outside of it', { NODE_ENV: 'test' }],
])('a token %s', (_where, variables) => {
  it('lets in who is known by it', async () => {
    const gateway = await open(variables)
    const token = await issuer.sign()
    const long = await signLong(issuer, 8192)
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, `BEARER  ${token}`, `Bearer ${long}`]) {
      const { status, body } = await ask(gateway, authorization)
      expect([status, body.data]).toEqual([200, { greeting: 'selamat' }])
    }
    expect(issuer.asked()).toBe(1)
  })

  it('is refused in one way, whatever is wrong with it, and leads us nowhere', async () => {
    const gateway = await open(variables)
    const asked = subgraph.requests.length
    const attack = { issuer, stranger, strangerUrl: strangers.url }
    const answers = new Map<string, string[]>()
    // What a client of HTTP does not send stands among the tests of the authenticator.
    const sent = Object.entries(hostileTokens).filter(([what]) => what !== 'letters of other alphabets')
    for (const [what, make] of sent) {
      const answer = await ask(gateway, await make(attack))
      answers.set(seen(answer), [...(answers.get(seen(answer)) ?? []), what])
    }
    expect([...answers.values()].toSorted((one, other) => one.length - other.length)).toEqual([
      sent.map(([what]) => what),
    ])
    const [refusal = ''] = answers.keys()
    expect(JSON.parse(refusal)).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' },
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED', retryable: false } }] },
    })
    expect(strangers.requests).toEqual([])
    expect(subgraph.requests).toHaveLength(asked)
    expectBetween(issuer.asked(), 1, 2)
  })

  it('stands in no line of the log, and neither does what it says but for the application and the kind of user', async () => {
    const gateway = await open(variables)
    const marked: TokenDraft[] = [
      { claims: { sub: 'marked-subject', client_id: 'an-app', marked: 'marked-claim' } },
      { claims: { kind: 'marked-kind', sub: 'marked-subject' } },
      { claims: { kind: 'WORKER', nik: '5318075205999001', sub: 'marked-subject' } },
      { header: { kid: 'marked-kid' } },
      { header: { kid: 'marked-kid', jku: 'https://marked.example' } },
    ]
    const tokens = await Promise.all(marked.map((draft) => issuer.sign(draft)))
    const codes: unknown[] = []
    for (const behaviour of ['down', 'html', 'up'] as const) {
      issuer.behaveAs(behaviour)
      now += 11 * second
      for (const token of [...tokens, 'marked-token']) codes.push(codeOf(await ask(gateway, `Bearer ${token}`)))
    }
    expect(new Set(codes)).toEqual(
      new Set(['AUTHENTICATION_UNAVAILABLE', 'UNAUTHENTICATED', 'PURPOSE_FORBIDDEN', undefined]),
    )
    const answered = gateway.lines().find(({ msg, status }) => msg === 'request ended' && status === 200)
    expect(answered).toMatchObject({ client: 'an-app', kind: 'FRONTEND', purpose: expect.any(String) })
    const text = JSON.stringify(gateway.lines())
    expect(text).toContain('the keys of the issuer of tokens could not be fetched')
    for (const word of ['marked', '5318075205999001', 'Bearer', 'maintenance', ...tokens.flatMap(partsOf)])
      expect(text).not.toContain(word)
  })
})

function partsOf(token: string): readonly string[] {
  return token.split('.')
}

describe('several tokens at once', () => {
  it('are refused, whichever of them is good', async () => {
    const gateway = await open()
    const good = `authorization: Bearer ${await issuer.sign()}`
    const bad = `authorization: Bearer ${await stranger.sign()}`
    expect(await statusOf(gateway, [good])).toBe(200)
    for (const lines of [
      [good, bad],
      [bad, good],
      [good, good],
      [good, 'Authorization:'],
    ])
      expect(await statusOf(gateway, lines)).toBe(401)
  })

  /** The status of a request with these lines in its head. */
  async function statusOf({ origin }: TestGateway, lines: readonly string[]): Promise<number> {
    const { hostname, port, host } = new URL(origin)
    const socket = connect(Number(port), hostname)
    const body = JSON.stringify({ query: question })
    const head = [`host: ${host}`, 'content-type: application/json', 'x-purpose: service-delivery', ...lines]
    const ends = ['connection: close', `content-length: ${body.length}`]
    socket.write(['POST /graphql HTTP/1.1', ...head, ...ends, '', body].join('\r\n'))
    const received: string[] = []
    for await (const chunk of socket) received.push(String(chunk))
    return Number(received.join('').split(' ')[1])
  }
})

describe('the keys of the issuer', () => {
  it('may be rotated, and one withdrawn is good for nothing some five minutes later', async () => {
    const gateway = await open(productionSecrets)
    expect((await askWith(gateway)).status).toBe(200)
    const old = `Bearer ${await issuer.sign()}`
    now += 11 * second
    await issuer.addKey('RS256')
    expect((await askWith(gateway)).status).toBe(200)
    expect((await ask(gateway, old)).status).toBe(200)
    issuer.withdraw('key-1')
    now += 5 * minute
    expect((await ask(gateway, old)).status).toBe(401)
    expect((await askWith(gateway)).status).toBe(200)
  })

  it('are asked for once in ten seconds at most, whatever strangers send', async () => {
    const gateway = await open(productionSecrets)
    await askWith(gateway)
    for (let passed = 0; passed < 30; passed += 1) {
      now += second
      const unknown = ['a', 'b', 'c', 'd'].map((name) => stranger.sign({ header: { kid: `${name}-${passed}` } }))
      const answers = await Promise.all(unknown.map(async (token) => ask(gateway, `Bearer ${await token}`)))
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    }
    expectBetween(issuer.asked(), 3, 4)
  })
})

describe('an issuer that gives no keys', () => {
  const failures: readonly IssuerBehaviour[] = ['down', 'hung', 'halting', 'failing', 'leading', 'html', 'endless']

  it.each(failures)('because it is %s keeps out those who are not known, and nobody else', async (failure) => {
    const gateway = await open(productionSecrets)
    issuer.behaveAs(failure)
    const began = performance.now()
    const answer = await askWith(gateway)
    expectBetween(performance.now() - began, 0, 2000)
    expect(answer).toMatchObject({ status: 503, body: errorOf('AUTHENTICATION_UNAVAILABLE') })
    expect(answer.headers.get('retry-after')).toBe('10')
    expect(answer.headers.has('www-authenticate')).toBe(false)
    expect((await ask(gateway, 'Bearer token')).status).toBe(401)

    issuer.behaveAs('up')
    now += 10 * second
    expect((await askWith(gateway)).status).toBe(200)

    issuer.behaveAs(failure)
    now += 30 * minute
    expect((await askWith(gateway, { claims: { jti: 'another' } })).status).toBe(200)
    expect((await askWith(gateway, { header: { kid: 'unknown' } })).status).toBe(401)
  })
})

describe('GET /dev/token', () => {
  const users = Object.keys(developmentUsers) as DevelopmentUser[]
  const own = { JWKS_URL: '', TOKEN_ISSUER: '' }

  it('answers a token of each user that the graph takes, where no issuer is named', async () => {
    const gateway = await open(own)
    for (const user of users) {
      const token = await tokenOf(gateway, user)
      expect(codeOf(await ask(gateway, `Bearer ${token}`))).toBe(
        ['worker', 'bp2mi'].includes(user) ? 'PURPOSE_FORBIDDEN' : undefined,
      )
    }
    const { headers } = await fetch(`${gateway.origin}/dev/token?as=worker`)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
  })

  it.each(['', '?as', '?as=', '?as=__proto__', '?as=constructor', '?as=Worker', '?as=worker%00', '?user=worker'])(
    'answers none for %j',
    async (search) => {
      const gateway = await open(own)
      const response = await fetch(`${gateway.origin}/dev/token${search}`)
      expect([response.status, await response.json()]).toEqual([400, errorOf('DEVELOPMENT_USER_UNKNOWN')])
    },
  )

  it.each([
    ['an issuer is named', {}],
    ['an issuer is named, in production', productionSecrets],
    ['access is open', { ...own, ACCESS: 'open' }],
  ])('is nothing where %s', async (_why, variables) => {
    const gateway = await open(variables)
    const response = await fetch(`${gateway.origin}/dev/token?as=worker`)
    expect([response.status, await response.json()]).toEqual([404, errorOf('NOT_FOUND')])
  })

  it('makes tokens that are good nowhere else', async () => {
    const development = await open(own)
    const token = await tokenOf(development, 'ltsa-officer')
    await issuer.stop()
    expect((await ask(await open(own), `Bearer ${token}`)).status).toBe(401)
  })
})
