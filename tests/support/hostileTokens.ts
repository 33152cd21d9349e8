import { createHash, createPublicKey } from 'node:crypto'
import { CompactEncrypt, UnsecuredJWT, calculateJwkThumbprint } from 'jose'
import type { TestSigner, TokenDraft } from './createTestSigner.ts'
import { signLong } from './signLong.ts'

/** Who tries what. */
export interface Attack {
  /** Whose tokens are taken. */
  readonly issuer: TestSigner
  /** Who signs with keys of the same ids. */
  readonly stranger: TestSigner
  /** Where the stranger publishes them. */
  readonly strangerUrl: string
}

/** Makes the value of an `authorization` header that nobody may get in with. */
export type HostileToken = (attack: Attack) => string | undefined | Promise<string>

const nik = '5318075205999001'
const now = (): number => Math.floor(Date.now() / 1000)
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Of the issuer itself, and yet not to be taken. */
const issued =
  (draft: TokenDraft): HostileToken =>
  async ({ issuer }) =>
    `Bearer ${await issuer.sign(draft)}`

const claiming = (claims: Readonly<Record<string, unknown>>): HostileToken => issued({ claims })

const expiringAt = (payload: unknown, exp: string): string =>
  JSON.stringify(payload).replace(/"exp":\d+/, `"exp":${exp}`)

/** Of the stranger, with what is said to lead to the stranger's own keys. */
const strange =
  (headerOf: (attack: Attack) => TokenDraft['header'] | Promise<TokenDraft['header']>): HostileToken =>
  async (attack) => {
    const header = await headerOf(attack)
    return `Bearer ${await attack.stranger.sign(header === undefined ? {} : { header })}`
  }

/** Of the issuer, then changed. */
const changed =
  (change: (parts: readonly [string, string, string], attack: Attack) => string | Promise<string>): HostileToken =>
  async (attack) => {
    const [header = '', payload = '', signature = ''] = (await attack.issuer.sign()).split('.')
    return change([header, payload, signature], attack)
  }

/** What nobody may get in with, by what it is. */
export const hostileTokens: Readonly<Record<string, HostileToken>> = {
  'no header': () => undefined,
  'an empty header': () => '',
  'a scheme alone': () => 'Bearer',
  'a scheme and a space': () => 'Bearer ',
  'another scheme': () => `Basic ${Buffer.from('a-client:a-secret').toString('base64')}`,
  'a token without a scheme': changed((parts) => parts.join('.')),
  'a scheme that is written to the token': changed((parts) => `Bearer${parts.join('.')}`),
  'a scheme twice': changed((parts) => `Bearer Bearer ${parts.join('.')}`),
  'two tokens': changed((parts) => `Bearer ${parts.join('.')} ${parts.join('.')}`),
  'two tokens with a comma': changed((parts) => `Bearer ${parts.join('.')}, Bearer ${parts.join('.')}`),
  'a token as a parameter': changed((parts) => `Bearer token="${parts.join('.')}"`),
  'a tab for a space': changed((parts) => `Bearer\t${parts.join('.')}`),
  'what is no token': () => 'Bearer token',
  'no parts but dots': () => 'Bearer ..',
  'two parts': changed(([header, payload]) => `Bearer ${header}.${payload}`),
  'four parts': changed((parts) => `Bearer ${parts.join('.')}.${parts[2]}`),
  'five parts': changed((parts) => `Bearer ${parts.join('.')}.${parts[2]}.${parts[2]}`),
  'spaces between the parts': changed((parts) => `Bearer ${parts.join(' . ')}`),
  'letters of other alphabets': changed(([header, , signature]) => `Bearer ${header}.é${signature}.${signature}`),
  'a header that is no JSON': changed(([, payload, signature]) => `Bearer ZZZZ.${payload}.${signature}`),
  'a header that is a list': changed(([, payload, signature]) => `Bearer ${encode([])}.${payload}.${signature}`),
  'a longer token than is looked at': async (attack) => `Bearer ${await signLong(attack.issuer, 8193)}`,
  'a longer token behind spaces': async (attack) => `Bearer         ${await signLong(attack.issuer, 8193)}`,
  'a token that is good up to where it is looked at': async (attack) =>
    `Bearer          ${await signLong(attack.issuer, 8192)} and more`,

  'no signature': changed(([header, payload]) => `Bearer ${header}.${payload}.`),
  'a signature with padding': changed((parts) => `Bearer ${parts.join('.')}==`),
  'a signature with more padding than there is': changed((parts) => `Bearer ${parts.join('.')}=`),
  'a payload with padding': changed(([header, payload, signature]) => `Bearer ${header}.${payload}=.${signature}`),
  'a signature with a dot behind it': changed((parts) => `Bearer ${parts.join('.')}.`),
  'the signature of another token': changed(async ([header, payload], { issuer }) => {
    const [, , signature] = (await issuer.sign({ claims: { jti: 'another' } })).split('.')
    return `Bearer ${header}.${payload}.${signature}`
  }),
  'a signature of nothing': changed(
    ([header, payload]) => `Bearer ${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`,
  ),
  'a payload that was changed': changed(([header, payload, signature]) => {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return `Bearer ${header}.${encode({ ...Object(claims), kind: 'BP2MI' })}.${signature}`
  }),
  'a header that was changed': changed(
    ([, payload, signature]) => `Bearer ${encode({ alg: 'ES256', kid: 'key-1' })}.${payload}.${signature}`,
  ),
  'an algorithm that is none': async () =>
    `Bearer ${new UnsecuredJWT({ sub: 'a-person', client_id: 'a-client', kind: 'FRONTEND' })
      .setIssuer('https://login.example')
      .setAudience('satu-atap')
      .setExpirationTime('1h')
      .encode()}`,
  ...Object.fromEntries(
    ['none', 'None', 'NONE', 'nOnE', '', 'HS256', 'ES384', 'es256', '__proto__'].map((alg) => [
      `the algorithm ${alg || 'of no name'} in a header that was changed`,
      changed(([, payload, signature]) => `Bearer ${encode({ alg, kid: 'key-1' })}.${payload}.${signature}`),
    ]),
  ),
  'no algorithm': changed(([, payload, signature]) => `Bearer ${encode({ kid: 'key-1' })}.${payload}.${signature}`),
  'the public key for a secret': async ({ issuer }) => {
    const [key = {}] = issuer.jwks().keys
    const pem = createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
    const secret = new TextEncoder().encode(String(pem))
    return `Bearer ${await issuer.sign({ header: { alg: 'HS256' }, secret })}`
  },
  'an encrypted token': async ({ issuer }) => {
    const secret = createHash('sha256').update(JSON.stringify(issuer.jwks())).digest()
    return `Bearer ${await new CompactEncrypt(new TextEncoder().encode(await issuer.sign()))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: 'key-1', cty: 'JWT' })
      .encrypt(secret)}`
  },

  'the key of a stranger under a known id': strange(() => ({})),
  'the key of a stranger under its own id': strange(() => ({ kid: 'a-key-of-a-stranger' })),
  'the key of a stranger without an id': strange(() => ({ kid: undefined })),
  'an id that is a path': strange(() => ({ kid: '../../../../dev/null' })),
  'an id that is a statement': strange(() => ({ kid: "' OR 1=1 --" })),
  'an id that is __proto__': strange(() => ({ kid: '__proto__' })),
  'an id that is constructor': strange(() => ({ kid: 'constructor' })),
  'an id that is very long': strange(() => ({ kid: 'k'.repeat(4000) })),
  'an id that is no text': changed(
    ([, payload, signature]) => `Bearer ${encode({ alg: 'ES256', kid: ['key-1'] })}.${payload}.${signature}`,
  ),
  'the address of the keys of a stranger (jku)': strange(({ strangerUrl }) => ({ jku: strangerUrl })),
  'that address, and an unknown id': strange(({ strangerUrl }) => ({ jku: strangerUrl, kid: 'unknown' })),
  'the address of a certificate (x5u)': strange(({ strangerUrl }) => ({ x5u: strangerUrl })),
  'an id that is that address': strange(({ strangerUrl }) => ({ kid: strangerUrl })),
  'the key itself (jwk)': strange(({ stranger }) => {
    const [jwk] = stranger.jwks().keys
    return jwk === undefined ? {} : { jwk }
  }),
  'the key itself, with its thumbprint for an id': strange(async ({ stranger }) => {
    const [jwk] = stranger.jwks().keys
    return jwk === undefined ? {} : { jwk, kid: await calculateJwkThumbprint(jwk) }
  }),
  'a certificate (x5c)': strange(() => ({ x5c: [Buffer.from('a certificate').toString('base64')] })),
  'an extension that must be understood': issued({ header: { crit: ['exp'], exp: now() + 3600 } }),
  'an extension of our own invention': issued({ header: { crit: ['https://a.example'], 'https://a.example': true } }),

  ...Object.fromEntries(
    ['JWT', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', 'at+jwt+more', '', undefined].map((typ) => [
      `a token of the type ${typ ?? 'undefined'}`,
      issued({ header: { typ } }),
    ]),
  ),

  'another issuer': claiming({ iss: 'https://other.example' }),
  'the issuer of development': claiming({ iss: 'https://issuer.satu-atap.example/development' }),
  'the issuer with a slash more': claiming({ iss: 'https://login.example/' }),
  'the issuer in a list': claiming({ iss: ['https://login.example'] }),
  'no issuer': claiming({ iss: undefined }),
  'another audience': claiming({ aud: 'another-service' }),
  'other audiences': claiming({ aud: ['another-service', 'satu-atap-2'] }),
  'a list of no audience': claiming({ aud: [] }),
  'an audience in a list in a list': claiming({ aud: [['satu-atap']] }),
  'an audience that begins like ours': claiming({ aud: 'satu-atap ' }),
  'no audience': claiming({ aud: undefined }),
  'an expiry that is over': claiming({ exp: now() - 60 }),
  'an expiry of long ago': claiming({ exp: 0 }),
  'an expiry that is text': claiming({ exp: `${now() + 3600}` }),
  'an expiry that is null': claiming({ exp: null }),
  'an expiry that never comes': issued({ write: (payload) => expiringAt(payload, '1e400') }),
  'an expiry beyond all clocks': issued({ write: (payload) => expiringAt(payload, '1e300') }),
  'no expiry': claiming({ exp: undefined }),
  'a beginning that is to come': claiming({ nbf: now() + 60 }),
  'a beginning that is text': claiming({ nbf: `${now() - 60}` }),
  'no subject': claiming({ sub: undefined }),
  'an empty subject': claiming({ sub: '' }),
  'a subject that is a number': claiming({ sub: 7 }),
  'a long subject': claiming({ sub: 's'.repeat(129) }),
  'no client': claiming({ client_id: undefined }),
  'a client that is a list': claiming({ client_id: ['a-client'] }),
  'scopes that are a list': claiming({ scope: ['reference'] }),
  'scopes that are null': claiming({ scope: null }),
  'no kind': claiming({ kind: undefined }),
  'an unknown kind': claiming({ kind: 'ADMINISTRATOR' }),
  'a kind in small letters': claiming({ kind: 'frontend' }),
  'the kind __proto__': claiming({ kind: '__proto__' }),
  'the kind constructor': claiming({ kind: 'constructor' }),
  'a kind in a list': claiming({ kind: ['BP2MI'] }),
  'an officer of a one-stop office without an office': claiming({ kind: 'LTSA_OFFICER', area: ['53'] }),
  'an officer of an agency without an office': claiming({ kind: 'AGENCY_OFFICER', area: ['53'] }),
  'an officer of an office without a name': claiming({ kind: 'LTSA_OFFICER', office: '', area: ['53'] }),
  'an officer of several offices': claiming({ kind: 'LTSA_OFFICER', office: ['LTSA-53'], area: ['53'] }),
  'a worker without a NIK': claiming({ kind: 'WORKER' }),
  'a worker with a NIK of 15 digits': claiming({ kind: 'WORKER', nik: nik.slice(1) }),
  'a worker with a NIK that is a number': claiming({ kind: 'WORKER', nik: Number(nik) }),
  'a worker with a NIK of the 32nd': claiming({ kind: 'WORKER', nik: '5318073205999001' }),
  'a worker with a line behind the NIK': claiming({ kind: 'WORKER', nik: `${nik}\n` }),
  'a worker with several NIKs': claiming({ kind: 'WORKER', nik: [nik] }),
  'an application with a NIK': claiming({ nik }),
  'an officer with a NIK': claiming({ kind: 'LTSA_OFFICER', office: 'LTSA-53', area: ['53'], nik }),
  'an area that is no list': claiming({ kind: 'LTSA_OFFICER', office: 'LTSA-53', area: '53' }),
  'an area that is no code': claiming({ kind: 'LTSA_OFFICER', office: 'LTSA-53', area: ['53', 'NTT'] }),
  'an area that is everywhere': claiming({ kind: 'LTSA_OFFICER', office: 'LTSA-53', area: [''] }),
  'an area with a line behind it': claiming({ kind: 'LTSA_OFFICER', office: 'LTSA-53', area: ['53\n'] }),
  '65 areas': claiming({
    kind: 'LTSA_OFFICER',
    office: 'LTSA-53',
    area: Array.from({ length: 65 }, (_, index) => `53.${index + 10}`),
  }),
}
