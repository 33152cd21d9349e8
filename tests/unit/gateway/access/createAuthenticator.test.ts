import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createLocalJWKSet } from 'jose'
import type { KeySource } from '../../../../gateway/access/KeySource.ts'
import { createAuthenticator } from '../../../../gateway/access/createAuthenticator.ts'
import type { Authenticator } from '../../../../gateway/access/createAuthenticator.ts'
import type { Logger } from '../../../../platform/Logger.ts'
import { fault } from '../../../../platform/fault.ts'
import { createTestSigner } from '../../../support/createTestSigner.ts'
import type { TestSigner, TokenDraft } from '../../../support/createTestSigner.ts'
import { hostileTokens } from '../../../support/hostileTokens.ts'
import { recordLines } from '../../../support/recordLines.ts'
import type { RecordedLine } from '../../../support/recordLines.ts'
import { signLong } from '../../../support/signLong.ts'

const trust = { issuer: 'https://login.example', audience: 'satu-atap', type: 'at+jwt', algorithms: ['ES256', 'RS256'] }
const start = Date.parse('2030-06-01T08:00:00Z')

let now = start
let setBy = 0
let checks = 0
let signer: TestSigner
let stranger: TestSigner
let keys: KeySource
let authenticate: Authenticator
let logger: Logger
let lines: readonly RecordedLine[]

const clock = (): number => now
/** A clock that is never set, as the other may be. */
const ticks = (): number => now - setBy

/** Counts how often a signature is about to be checked. */
function countChecks(source: KeySource): KeySource {
  return (header, token) => {
    checks += 1
    return source(header, token)
  }
}

beforeAll(async () => {
  signer = await createTestSigner({ ...trust, clock })
  stranger = await createTestSigner({ ...trust, clock })
  keys = countChecks(createLocalJWKSet(signer.jwks()))
})

beforeEach(() => {
  now = start
  setBy = 0
  checks = 0
  ;({ logger, lines } = recordLines())
  authenticate = createAuthenticator({ ...trust, keys, clock, now: ticks, logger })
})

const bearer = async (draft: TokenDraft = {}): Promise<string> => `Bearer ${await signer.sign(draft)}`

const refusal = { extensions: { code: 'UNAUTHENTICATED', retryable: false, translations: expect.anything() } }

describe('a token that is good', () => {
  it('tells who asks', async () => {
    await expect(authenticate(await bearer())).resolves.toEqual({
      kind: 'FRONTEND',
      client: 'a-client',
      subject: 'a-person',
      office: undefined,
      area: [],
      nik: undefined,
      scopes: ['reference', 'readiness', 'validity'],
    })
  })

  it.each(['Bearer', 'bearer', 'BEARER', 'bEARER'])('comes with the scheme %s', async (scheme) => {
    const token = await signer.sign()
    await expect(authenticate(`${scheme} ${token}`)).resolves.toMatchObject({ subject: 'a-person' })
    await expect(authenticate(`${scheme}   ${token}`)).resolves.toMatchObject({ subject: 'a-person' })
  })

  it.each([
    ['a list of audiences that we are one of', { aud: ['another-service', 'satu-atap'] }],
    ['claims that nobody asked for', { email: 'a@b.example', __proto__: { kind: 'BP2MI' } }],
    ['a beginning that is over', { nbf: start / 1000 - 1 }],
    ['an expiry with a fraction', { exp: start / 1000 + 10.5 }],
  ])('may have %s', async (_what, claims) => {
    await expect(authenticate(await bearer({ claims }))).resolves.toMatchObject({ kind: 'FRONTEND' })
  })

  it('may leave the key unnamed where there is only one', async () => {
    await expect(authenticate(await bearer({ header: { kid: undefined } }))).resolves.toBeDefined()
  })

  it('has 8,192 characters at most', async () => {
    await expect(authenticate(`Bearer ${await signLong(signer, 8192)}`)).resolves.toBeDefined()
    await expect(authenticate(`Bearer ${await signLong(signer, 8193)}`)).rejects.toMatchObject(refusal)
  })

  it('may come from a clock that is five seconds off, and no more', async () => {
    const seconds = start / 1000
    await expect(authenticate(await bearer({ claims: { exp: seconds - 4 } }))).resolves.toBeDefined()
    await expect(authenticate(await bearer({ claims: { exp: seconds - 5 } }))).rejects.toMatchObject(refusal)
    await expect(authenticate(await bearer({ claims: { nbf: seconds + 5 } }))).resolves.toBeDefined()
    await expect(authenticate(await bearer({ claims: { nbf: seconds + 6 } }))).rejects.toMatchObject(refusal)
  })
})

/** What jose says of a claim that is not as it should be. */
const failed = { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED' }

describe('a token that is not good', () => {
  it.each(Object.entries(hostileTokens))('is refused like any other: %s', async (_what, make) => {
    now = Date.now()
    const attack = { issuer: signer, stranger, strangerUrl: 'https://stranger.example/keys' }
    const authorization = await make(attack)
    const failure: unknown = await authenticate(authorization).catch((error: unknown) => error)
    expect(failure).toEqual(fault('UNAUTHENTICATED'))
    expect(failure).toMatchObject({ extensions: fault('UNAUTHENTICATED').extensions, originalError: undefined })
    expect(failure).not.toHaveProperty('cause')
  })

  it('is refused for its algorithm before any key is looked for', async () => {
    const authorization = await bearer()
    const strict = createAuthenticator({ ...trust, algorithms: ['RS256'], keys, clock, now: ticks, logger })
    await expect(strict(authorization)).rejects.toMatchObject(refusal)
    expect(checks).toBe(0)
  })

  it.each([
    ['another audience', { claims: { aud: 'value-of-5318075205999001' } }, { ...failed, claim: 'aud' }],
    ['another issuer', { claims: { iss: 'value-of-5318075205999001' } }, { ...failed, claim: 'iss' }],
    ['another type', { header: { typ: 'value-of-5318075205999001' } }, { ...failed, claim: 'typ' }],
    ['no subject', { claims: { sub: undefined } }, { ...failed, claim: 'sub' }],
    ['an end that is over', { claims: { exp: start / 1000 - 60 } }, { code: 'ERR_JWT_EXPIRED', claim: 'exp' }],
    ['no such kind of user', { claims: { kind: 'value-of-5318075205999001' } }, { code: 'NO_PRINCIPAL' }],
  ])('says to the log alone what is wrong: %s', async (_what, draft, fields) => {
    await expect(authenticate(await bearer(draft))).rejects.toEqual(fault('UNAUTHENTICATED'))
    expect(lines).toMatchObject([{ level: 'debug', message: 'a token was refused', fields }])
    expect(JSON.stringify(lines)).not.toMatch(/value-of|53180/)
  })

  it('says to the log that there is none, or nothing like one', async () => {
    await expect(authenticate(undefined, 'one-request')).rejects.toEqual(fault('UNAUTHENTICATED'))
    await expect(authenticate('Bearer value-of-5318075205999001')).rejects.toEqual(fault('UNAUTHENTICATED'))
    expect(lines.map(({ fields }) => fields)).toEqual([
      { correlationId: 'one-request', code: 'NO_TOKEN' },
      { code: 'NO_BEARER_TOKEN' },
    ])
  })

  it('is refused each time', async () => {
    const authorization = `Bearer ${await stranger.sign()}`
    for (let time = 0; time < 3; time += 1) await expect(authenticate(authorization)).rejects.toMatchObject(refusal)
    expect(checks).toBe(3)
  })
})

describe('what is known of tokens', () => {
  it('holds for a minute', async () => {
    const authorization = await bearer()
    const principal = await authenticate(authorization)
    now = start + 59_999
    await expect(authenticate(authorization)).resolves.toBe(principal)
    expect(checks).toBe(1)
    now = start + 60_000
    await authenticate(authorization)
    expect(checks).toBe(2)
  })

  it('is one token however it is sent', async () => {
    const token = await signer.sign()
    for (const spaces of [2, 3, 2, 3]) await authenticate(`bearer${' '.repeat(spaces)}${token}`)
    expect(checks).toBe(1)
  })

  it('holds no longer where the clock is set back', async () => {
    const authorization = await bearer()
    await authenticate(authorization)
    setBy = -3_600_000
    now = start + setBy + 60_000
    await authenticate(authorization)
    expect(checks).toBe(2)
  })

  it('holds for a minute from when it was checked, however often it is used', async () => {
    const authorization = await bearer()
    for (const later of [0, 40_000, 59_000, 80_000, 119_000, 139_000, 141_000]) {
      now = start + later
      await authenticate(authorization)
    }
    expect(checks).toBe(3)
  })

  it('never holds past the expiry', async () => {
    const authorization = await bearer({ claims: { exp: start / 1000 + 20 } })
    await authenticate(authorization)
    now = start + 19_999
    await authenticate(authorization)
    expect(checks).toBe(1)
    now = start + 20_000
    await authenticate(authorization)
    expect(checks).toBe(2)
    now = start + 25_000
    await expect(authenticate(authorization)).rejects.toMatchObject(refusal)
  })

  it('is of this very token, and of none that begins or ends like it', async () => {
    const token = await signer.sign()
    await authenticate(`Bearer ${token}`)
    const [header, payload, signature = ''] = token.split('.')
    const other = [header, payload, `A${signature.slice(1)}`].join('.')
    await expect(authenticate(`Bearer ${other === token ? `${token}A` : other}`)).rejects.toMatchObject(refusal)
    await expect(authenticate(`Bearer ${token.slice(0, -1)}`)).rejects.toMatchObject(refusal)
  })

  it('cannot be changed by whoever is told', async () => {
    const claims = { kind: 'LTSA_OFFICER', office: 'LTSA-53', area: ['53'] }
    const principal = await authenticate(await bearer({ claims }))
    expect([principal, principal.area, principal.scopes].every(Object.isFrozen)).toBe(true)
  })

  it('is bounded: what was unused for longest makes way', async () => {
    const long = 'p'.repeat(5800)
    const tokens = await Promise.all(
      Array.from({ length: 1100 }, (_, index) => bearer({ claims: { jti: `${index}`, padding: long } })),
    )
    for (const token of tokens) await authenticate(token)
    expect(checks).toBe(1100)
    await authenticate(tokens.at(-1))
    expect(checks).toBe(1100)
    await authenticate(tokens[0])
    expect(checks).toBe(1101)
  })
})

describe('the authenticator without keys', () => {
  it('says that it cannot be told, but for what is wrong whatever the keys are', async () => {
    const unavailable = fault('AUTHENTICATION_UNAVAILABLE', { retryAfterSeconds: 10 })
    const helpless = createAuthenticator({
      ...trust,
      clock,
      now: ticks,
      logger,
      keys: () => Promise.reject(unavailable),
    })
    await expect(helpless(await bearer())).rejects.toBe(unavailable)
    await expect(helpless('Bearer token')).rejects.toMatchObject(refusal)
    await expect(helpless(undefined)).rejects.toMatchObject(refusal)
  })

  it('refuses for any other failure to find one', async () => {
    for (const failure of [new Error('no such key'), fault('INTERNAL')]) {
      const helpless = createAuthenticator({ ...trust, clock, now: ticks, logger, keys: () => Promise.reject(failure) })
      await expect(helpless(await bearer())).rejects.toMatchObject(refusal)
    }
  })
})
