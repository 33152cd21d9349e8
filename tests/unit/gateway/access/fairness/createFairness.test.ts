import { describe, expect, it } from '@jest/globals'
import type { Fairness } from '../../../../../gateway/access/fairness/Fairness.ts'
import { createFairness } from '../../../../../gateway/access/fairness/createFairness.ts'
import type { FairnessOptions } from '../../../../../gateway/access/fairness/createFairness.ts'
import { createLogger } from '../../../../../platform/createLogger.ts'

const limits = { requestsPerSecond: 10, burst: 20, applicantsPerDay: 12, gateways: 1 }

function create(changed: Partial<FairnessOptions['limits']> = {}, options: Partial<FairnessOptions> = {}): Fairness {
  return createFairness({
    limits: { ...limits, ...changed },
    secret: 'a secret',
    clock: () => Date.parse('2026-10-03T15:00:00Z'),
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: { refused: () => undefined, breaker: () => undefined },
    ...options,
  })
}

async function admitMany(fairness: Fairness, client: string, times: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => fairness.admit(client)))
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `person ${from + index}`)

describe('one gateway without Redis', () => {
  it('refuses what is beyond the rate, and says when to come back', async () => {
    const fairness = create({ requestsPerSecond: 1, burst: 2 })
    expect(await admitMany(fairness, 'a', 5)).toBe(2)
    await expect(fairness.admit('a')).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 1 },
    })
  })

  it('refuses applicants beyond those of a day, until the day ends in Kupang', async () => {
    const fairness = create()
    await fairness.count('a', people(0, 12))
    await expect(fairness.count('a', people(11, 13))).rejects.toMatchObject({
      extensions: { code: 'DAILY_LIMIT_REACHED', retryable: true, retryAfterSeconds: 3600 },
    })
    await expect(fairness.count('a', people(0, 12))).resolves.toBeUndefined()
  })

  it('begins anew when the day has ended', async () => {
    let now = Date.parse('2026-10-03T15:59:59Z')
    const fairness = create({}, { clock: () => now })
    await fairness.count('a', people(0, 12))
    now += 1_000
    await expect(fairness.count('a', people(12, 24))).resolves.toBeUndefined()
  })

  it('counts an applicant once who is named twice, and nobody where there is nobody', async () => {
    const fairness = create({ applicantsPerDay: 1 })
    await fairness.count('a', ['x', 'x'])
    await fairness.count('a', [])
    await expect(fairness.count('a', ['y'])).rejects.toThrow('more applicants')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '{}', 'a:b'])(
    'limits a client that calls itself %j like any other',
    async (client) => {
      const fairness = create()
      expect(await admitMany(fairness, client, 30)).toBe(20)
      await fairness.count(client, ['__proto__', 'constructor', ...people(0, 10)])
      await fairness.count(client, ['__proto__'])
      await expect(fairness.count(client, ['prototype'])).rejects.toThrow('more applicants')
      expect(await admitMany(fairness, 'another', 30)).toBe(20)
    },
  )

  it('tells how often it refused, by the limit', async () => {
    const refused: string[] = []
    const metrics = { refused: (limit: string) => refused.push(limit), breaker: () => undefined }
    const fairness = create({ burst: 1, applicantsPerDay: 1 }, { metrics })
    await admitMany(fairness, 'a', 2)
    await expect(fairness.count('a', ['x', 'y'])).rejects.toThrow('more applicants')
    expect(refused).toEqual(['rate', 'applicants'])
    await fairness.close()
  })

  it.each([
    ['that there is a Redis to keep count, where one is named', 'redis://127.0.0.1:1', ['closed']],
    ['of no Redis, where none is named', undefined, []],
  ])('tells %s', async (_what, redis, told) => {
    const states: string[] = []
    const metrics = { refused: () => undefined, breaker: (state: string) => states.push(state) }
    const fairness = create({}, { metrics, redis })
    expect(states).toEqual(told)
    await fairness.close()
  })
})

describe('several gateways without Redis', () => {
  it.each([
    [1, 20, 12],
    [3, 6, 4],
    [100, 1, 1],
  ])('where there are %i, let a burst of %i and %i applicants through each', async (gateways, burst, applicants) => {
    const fairness = create({ gateways })
    expect(await admitMany(fairness, 'a', 30)).toBe(burst)
    await fairness.count('a', people(0, applicants))
    await expect(fairness.count('a', people(applicants, applicants + 1))).rejects.toThrow('more applicants')
  })
})
