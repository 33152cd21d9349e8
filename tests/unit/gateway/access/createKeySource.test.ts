import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { decodeProtectedHeader, errors } from 'jose'
import type { KeySource } from '../../../../gateway/access/KeySource.ts'
import { createKeySource } from '../../../../gateway/access/createKeySource.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { expectBetween } from '../../../support/expectBetween.ts'
import { recordLines } from '../../../support/recordLines.ts'
import { startTestIssuer } from '../../../support/startTestIssuer.ts'
import type { IssuerBehaviour, TestIssuer } from '../../../support/startTestIssuer.ts'
import { until } from '../../../support/until.ts'

const start = Date.parse('2030-06-01T08:00:00Z')
const second = 1000
const minute = 60 * second
const hour = 60 * minute

const failures: readonly IssuerBehaviour[] = [
  'down',
  'hung',
  'halting',
  'failing',
  'leading',
  'empty',
  'html',
  'cut',
  'noSet',
  'noObjects',
  'long',
  'endless',
]

let now: number
let issuer: TestIssuer
let lines: string[]
let keys: KeySource

beforeEach(async () => {
  now = start
  lines = []
  issuer = await startTestIssuer()
  const logger = createLogger({ name: 'test', level: 'debug', destination: { write: (line) => lines.push(line) } })
  keys = createKeySource({ url: issuer.url, logger, now: () => now })
})

afterEach(() => issuer.stop())

/** Looks for the key of a token that names this one. */
async function find(kid: string): Promise<unknown> {
  const token = await issuer.sign({ header: { kid } })
  const [header = '', payload = '', signature = ''] = token.split('.')
  return keys({ alg: 'ES256', ...decodeProtectedHeader(token) }, { protected: header, payload, signature })
}

const unavailable = { extensions: { code: 'AUTHENTICATION_UNAVAILABLE', retryAfterSeconds: 10 } }
const found = { type: 'public' }
const missing = errors.JWKSNoMatchingKey
const isMissing = { status: 'rejected', reason: expect.any(missing) }

describe('the keys of an issuer', () => {
  it('are fetched once, when the first token comes, however many come at once', async () => {
    expect(issuer.asked()).toBe(0)
    const all = await Promise.all(Array.from({ length: 20 }, () => find('key-1')))
    expect(new Set(all).size).toBe(1)
    expect(all[0]).toMatchObject(found)
    now += minute
    await find('key-1')
    expect(issuer.asked()).toBe(1)
  })

  it('are fetched again for a token that names a new one', async () => {
    await find('key-1')
    now += 11 * second
    const kid = await issuer.addKey()
    await expect(find(kid)).resolves.toMatchObject(found)
    await expect(find('key-1')).resolves.toMatchObject(found)
    expect(issuer.asked()).toBe(2)
  })

  it('are asked for once in ten seconds at most, whatever tokens name and however many come', async () => {
    await find('key-1')
    for (let passed = 0; passed < 30; passed += 1) {
      now += second
      const unknown = ['__proto__', 'constructor', `unknown-${passed}`, '']
      const outcomes = await Promise.allSettled(unknown.map(find))
      for (const outcome of outcomes) expect(outcome).toMatchObject(isMissing)
      await expect(find('key-1')).resolves.toMatchObject(found)
    }
    expectBetween(issuer.asked(), 3, 4)
  })

  it('are asked for once in ten seconds at most while the issuer fails', async () => {
    issuer.behaveAs('down')
    for (let passed = 0; passed < 30; passed += 1) {
      await Promise.allSettled([find('key-1'), find('unknown')])
      now += second
    }
    expectBetween(issuer.asked(), 3, 4)
  })

  it('are fetched again behind the requests of a busy gateway, and none waits', async () => {
    await find('key-1')
    issuer.behaveAs('hung')
    now += 3 * minute + second
    await expect(find('key-1')).resolves.toMatchObject(found)
    await until('the issuer is asked', () => issuer.asked() === 2)
  })
})

describe('a key that was withdrawn', () => {
  it.each([4, 6, 60, 60 * 23])(
    'is not found %s minutes later, not even by the first request since',
    async (minutes) => {
      await find('key-1')
      await issuer.addKey()
      issuer.withdraw('key-1')
      now += minutes * minute + second
      const outcomes = await Promise.allSettled([find('key-1'), find('key-1')])
      for (const outcome of outcomes) expect(outcome).toMatchObject(isMissing)
      await expect(find('key-2')).resolves.toMatchObject(found)
      expect(issuer.asked()).toBe(2)
    },
  )

  it('is not found while requests keep coming', async () => {
    await find('key-1')
    issuer.withdraw('key-1')
    await issuer.addKey()
    let last = now
    for (; now < start + 10 * minute; now += 10 * second) {
      const outcome = await find('key-1').catch((error: unknown) => error)
      if (!(outcome instanceof Error)) last = now
    }
    expectBetween(last - start, 0, 4 * minute)
  })

  it('leaves nothing where it was the last: nothing can be told any more, and ten seconds later it can again', async () => {
    await find('key-1')
    issuer.withdraw('key-1')
    now += 5 * minute
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
    const kid = await issuer.addKey()
    await expect(find(kid)).rejects.toMatchObject(unavailable)
    now += 10 * second
    await expect(find(kid)).resolves.toMatchObject(found)
  })
})

describe('a set of keys that is empty for a moment', () => {
  it('takes no known key away when a token names an unknown one, and is told to the log', async () => {
    await find('key-1')
    issuer.behaveAs('emptied')
    now += 11 * second
    await expect(find('unknown')).rejects.toThrow(missing)
    await expect(find('key-1')).resolves.toMatchObject(found)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      status: 200,
      error: { code: 'ERR_JWKS_NO_MATCHING_KEY' },
      msg: 'the keys of the issuer of tokens could not be fetched',
    })
    issuer.behaveAs('up')
    now += 11 * second
    await expect(find(await issuer.addKey())).resolves.toMatchObject(found)
  })

  it('takes them away once it has been empty for four minutes, since then they are withdrawn', async () => {
    await find('key-1')
    issuer.behaveAs('emptied')
    for (; now < start + 4 * minute; now += 10 * second) await expect(find('key-1')).resolves.toMatchObject(found)
    now += 10 * second
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
    issuer.behaveAs('up')
    now += 10 * second
    await expect(find('key-1')).resolves.toMatchObject(found)
  })

  it('does so too where nobody asked for the known ones meanwhile', async () => {
    await find('key-1')
    issuer.behaveAs('emptied')
    now += 230 * second
    await expect(find('unknown')).rejects.toThrow(missing)
    now += 20 * second
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
  })
})

describe('the log of a failure', () => {
  async function failureOf(url: string): Promise<unknown> {
    const { logger, lines: recorded } = recordLines()
    const failing = createKeySource({ url, logger, now: () => now })
    await expect(failing({ alg: 'ES256' }, { payload: '', signature: '' })).rejects.toMatchObject(unavailable)
    return recorded[0]?.fields
  }

  it('has the error with the code of its cause, and no status', async () => {
    await issuer.stop()
    const fields = { error: { cause: { code: 'ECONNREFUSED' } }, status: undefined }
    expect(await failureOf(issuer.url)).toMatchObject(fields)
  })

  it('has the HTTP status', async () => {
    issuer.behaveAs('failing')
    expect(await failureOf(issuer.url)).toMatchObject({ status: 500 })
  })
})

describe.each(failures)('an issuer that is %s', (failure) => {
  it('leaves it open who asks where no key is known, within two seconds, until it is back', async () => {
    issuer.behaveAs(failure)
    const began = performance.now()
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
    expectBetween(performance.now() - began, 0, 1950)
    expect(issuer.asked()).toBe(1)
    issuer.behaveAs('up')
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
    now += 10 * second
    await expect(find('key-1')).resolves.toMatchObject(found)
  })

  it('takes no key away for a day', async () => {
    await find('key-1')
    issuer.behaveAs(failure)
    now += 23 * hour
    await expect(find('key-1')).resolves.toMatchObject(found)
    await expect(find('unknown')).rejects.toThrow(missing)
    now += hour + second
    await expect(find('key-1')).rejects.toMatchObject(unavailable)
  })

  it('is told to the log, by no word of its answer', async () => {
    issuer.behaveAs(failure)
    await Promise.allSettled([find('key-1'), find('key-1'), find('unknown')])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('the keys of the issuer of tokens could not be fetched')
    for (const word of ['key-1', 'maintenance', 'elsewhere', issuer.url]) expect(lines[0]).not.toContain(word)
  })
})
