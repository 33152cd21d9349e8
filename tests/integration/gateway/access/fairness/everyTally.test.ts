import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import type { FairnessLimits } from '../../../../../gateway/access/fairness/FairnessLimits.ts'
import type { Tally } from '../../../../../gateway/access/fairness/Tally.ts'
import { createFairnessNames } from '../../../../../gateway/access/fairness/createFairnessNames.ts'
import { createMemoryTally } from '../../../../../gateway/access/fairness/createMemoryTally.ts'
import { createRedisTally } from '../../../../../gateway/access/fairness/createRedisTally.ts'
import type { RedisTally } from '../../../../../gateway/access/fairness/createRedisTally.ts'
import { startRedisCluster } from '../../../../support/startRedisCluster.ts'
import { until } from '../../../../support/until.ts'

jest.setTimeout(60_000)

interface Ground {
  readonly create: (limits: FairnessLimits) => Tally
  readonly stop: () => Promise<void>
}

/** At this rate a bucket earns nothing back while a test runs. */
const slow = { requestsPerSecond: 0.001, burst: 3, applicantsPerDay: 5 }
const secret = 'a secret'
const day = { name: '2026-10-03', left: 3_600_000 }
const nextDay = { name: '2026-10-04', left: 3_600_000 }

async function standOnMemory(): Promise<Ground> {
  return { create: (limits) => createMemoryTally({ limits, clock: Date.now }), stop: async () => {} }
}

function standOnRedis(url: string, stop: () => Promise<void> = async () => {}): Ground {
  const open: { readonly close: () => Promise<void> }[] = []
  return {
    create(limits) {
      const tally = createRedisTally({ url, limits, secret })
      open.push(tally)
      return tally
    },
    async stop() {
      await Promise.all(open.map((tally) => tally.close()))
      await stop()
    },
  }
}

async function standOnCluster(): Promise<Ground> {
  const { url, stop } = await startRedisCluster()
  return standOnRedis(url, stop)
}

const grounds = [
  ['memory', standOnMemory],
  ['Redis', async () => standOnRedis(process.env['TEST_REDIS_URL'] ?? '')],
  ['a Redis cluster of three nodes', standOnCluster],
] as const

describe.each(grounds)('a tally in %s', (_name, stand) => {
  let ground: Ground

  beforeAll(async () => {
    ground = await stand()
  })

  afterAll(() => ground.stop())

  async function open(limits: Partial<FairnessLimits> = {}): Promise<Tally> {
    const tally = ground.create({ ...slow, ...limits })
    await until('it counts', () =>
      tally.take(randomUUID()).then(
        () => true,
        () => false,
      ),
    )
    return tally
  }

  /** How many of so many requests at the same time are let through. */
  async function takeMany(tally: Tally, client: string, times: number): Promise<number> {
    const waits = await Promise.all(Array.from({ length: times }, () => tally.take(client)))
    return waits.filter((wait) => wait === 0).length
  }

  test('lets a client send its burst at once, and says how long the next one has to wait', async () => {
    const tally = await open()
    const client = randomUUID()
    expect(await takeMany(tally, client, 10)).toBe(3)
    const wait = await tally.take(client)
    expect(wait).toBeGreaterThan(900_000)
    expect(wait).toBeLessThanOrEqual(1_000_000)
  })

  test('earns a request back as the rate says, and a refused one costs nothing', async () => {
    const tally = await open({ requestsPerSecond: 5, burst: 1 })
    const client = randomUUID()
    expect(await tally.take(client)).toBe(0)
    const begun = performance.now()
    await until('there is one again', async () => (await tally.take(client)) === 0, 5_000)
    expect(performance.now() - begun).toBeGreaterThan(150)
  })

  test('counts each client by itself', async () => {
    const tally = await open({ burst: 1, applicantsPerDay: 1 })
    const [one, other] = [randomUUID(), randomUUID()]
    expect([await tally.take(one), await tally.take(other)]).toEqual([0, 0])
    expect([await tally.see(one, day, ['a']), await tally.see(other, day, ['b'])]).toEqual([true, true])
  })

  test('lets a client see so many applicants a day, and those again', async () => {
    const tally = await open()
    const client = randomUUID()
    expect(await tally.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await tally.see(client, day, ['c', 'd', 'e'])).toBe(true)
    expect(await tally.see(client, day, ['f'])).toBe(false)
    expect(await tally.see(client, day, ['a', 'b', 'c', 'd', 'e'])).toBe(true)
    expect(await tally.see(client, nextDay, ['f'])).toBe(true)
  })

  test('counts nothing of what is refused', async () => {
    const tally = await open()
    const client = randomUUID()
    expect(await tally.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await tally.see(client, day, ['d', 'e', 'f'])).toBe(false)
    expect(await tally.see(client, day, ['a', 'f'])).toBe(true)
    expect(await tally.see(client, day, ['d'])).toBe(true)
    expect(await tally.see(client, day, ['e'])).toBe(false)
  })

  test('counts once who is named twice, and tells long names apart that end differently', async () => {
    const tally = await open({ applicantsPerDay: 2 })
    const client = randomUUID()
    const long = 'x'.repeat(1000)
    expect(await tally.see(client, day, ['a', 'a', `${long}1`, 'a'])).toBe(true)
    expect(await tally.see(client, day, [`${long}1`])).toBe(true)
    expect(await tally.see(client, day, [`${long}2`])).toBe(false)
  })

  test('takes a page of any size in one step', async () => {
    const tally = await open({ applicantsPerDay: 30_000 })
    const page = Array.from({ length: 20_000 }, (_, index) => `applicant ${index}`)
    const client = randomUUID()
    expect(await tally.see(client, day, page)).toBe(true)
    expect(await tally.see(client, day, page)).toBe(true)
  })
})

describe('a tally that gateways share', () => {
  const url = process.env['TEST_REDIS_URL'] ?? ''
  const tallies: { readonly close: () => Promise<void> }[] = []

  afterEach(async () => {
    await Promise.all(tallies.map((tally) => tally.close()))
    tallies.length = 0
  })

  async function open(limits: Partial<FairnessLimits> = {}): Promise<RedisTally> {
    const tally = createRedisTally({ url, limits: { ...slow, ...limits }, secret })
    tallies.push(tally)
    await until('it counts', () =>
      tally.take(randomUUID()).then(
        () => true,
        () => false,
      ),
    )
    return tally
  }

  /** How many pass that are asked for one by one. */
  async function countSeen(tally: RedisTally, client: string, people: readonly string[]): Promise<number> {
    let seen = 0
    // In parts: a client that asks for a second without reading takes Redis for silent, and leaves it.
    for (let from = 0; from < people.length; from += 500) {
      const asking = people.slice(from, from + 500).map((person) => tally.see(client, day, [person]))
      seen += (await Promise.all(asking)).filter((isSeen) => isSeen).length
    }
    return seen
  }

  test('counts what any of them lets through', async () => {
    const [one, other] = [await open(), await open()]
    const client = randomUUID()
    expect([await one.take(client), await other.take(client), await one.take(client)]).toEqual([0, 0, 0])
    expect(await other.take(client)).toBeGreaterThan(0)
    expect(await one.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await other.see(client, day, ['a', 'd', 'e', 'f'])).toBe(false)
  })

  test('knows whom it had counted for a client on a day, and nobody else', async () => {
    const [one, other] = [await open(), await open()]
    const client = randomUUID()
    expect(await one.see(client, day, ['a', 'b'])).toBe(true)
    expect(await one.see(client, day, ['c', 'd', 'e', 'f'])).toBe(false)
    expect(one.unseen(client, day, ['a', 'b', 'c'])).toEqual(['c'])
    expect(one.unseen(client, nextDay, ['a'])).toEqual(['a'])
    expect(one.unseen(randomUUID(), day, ['a'])).toEqual(['a'])
    expect(other.unseen(client, day, ['a'])).toEqual(['a'])
  })

  test('leaves those free that were seen before the ceiling was lowered', async () => {
    const [one, other] = [await open(), await open({ applicantsPerDay: 2 })]
    const client = randomUUID()
    expect(await one.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await other.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await other.see(client, day, ['a', 'd'])).toBe(false)
  })

  test.each(['count', 'known'])('begins anew where Redis has lost one of its two keys (%s)', async (lost) => {
    const tally = await open({ applicantsPerDay: 3 })
    const client = randomUUID()
    expect(await tally.see(client, day, ['a', 'b', 'c'])).toBe(true)
    expect(await tally.see(client, day, ['d'])).toBe(false)
    const redis = new Redis(url)
    await redis.del(`fairness:${lost}:{${createFairnessNames(secret).client(client)}}:${day.name}`)
    await redis.quit()
    expect(await tally.see(client, day, ['d', 'e', 'f'])).toBe(true)
    expect(await tally.see(client, day, ['g'])).toBe(false)
  })

  test('stops at 10,000 applicants, within four standard errors of a HyperLogLog', async () => {
    const ceiling = 10_000
    const tally = await open({ applicantsPerDay: ceiling })
    const client = randomUUID()
    let seen = 0
    while (
      await tally.see(
        client,
        day,
        Array.from({ length: 10 }, (_, index) => `applicant ${seen + index}`),
      )
    ) {
      seen += 10
    }
    expect(Math.abs(seen - ceiling) / ceiling).toBeLessThan(4 * 0.0081)
    expect(await tally.see(client, day, ['applicant 0', `applicant ${seen - 1}`])).toBe(true)
  })

  test('lets none of 5,000 others pass at the ceiling but by a chance of 1 in 20,000, and all who were seen', async () => {
    const [one, other] = [await open({ applicantsPerDay: 5_000 }), await open({ applicantsPerDay: 5_000 })]
    const client = randomUUID()
    const seen: string[] = []
    for (let next = 'applicant 0'; await one.see(client, day, [next]); next = `applicant ${seen.length}`)
      seen.push(next)
    const others = Array.from({ length: 5_000 }, (_, index) => `other ${index}`)
    // More than five by that chance come once in a hundred million runs.
    expect(await countSeen(other, client, others)).toBeLessThan(6)
    expect(await countSeen(other, client, seen)).toBe(seen.length)
    expect(await other.see(client, day, seen)).toBe(true)
    expect(await other.see(client, day, [...seen.slice(0, 50), ...others.slice(0, 5)])).toBe(false)
    expect(await countSeen(other, client, others)).toBeLessThan(6)
  })

  test('goes on at a ceiling that was raised, knows those of before, and stops there', async () => {
    const [low, high] = [await open({ applicantsPerDay: 100 }), await open({ applicantsPerDay: 20_000 })]
    const client = randomUUID()
    const people = Array.from({ length: 40_000 }, (_, index) => `applicant ${index}`)
    expect(await low.see(client, day, people.slice(0, 90))).toBe(true)
    for (let from = 0; from < 15_000; from += 1_000)
      expect(await high.see(client, day, people.slice(from, from + 1_000))).toBe(true)
    expect(await low.see(client, day, people.slice(15_000, 15_001))).toBe(false)
    expect(await countSeen(low, client, people.slice(0, 15_000))).toBe(15_000)
    expect(await countSeen(low, client, people.slice(20_000))).toBeLessThan(10)
  })

  test('lets two gateways together see no more than the ceiling', async () => {
    const [one, other] = [await open({ applicantsPerDay: 50 }), await open({ applicantsPerDay: 50 })]
    const client = randomUUID()
    const people = Array.from({ length: 200 }, (_, index) => `applicant ${index}`)
    const passed = await Promise.all([
      countSeen(one, client, people.slice(0, 100)),
      countSeen(other, client, people.slice(100)),
    ])
    expect(Math.abs(passed[0] + passed[1] - 50)).toBeLessThanOrEqual(2)
  })

  test('refuses to be made where the address is none, and says which variable is wrong', () => {
    const create = () => createRedisTally({ url: 'https://:secret@cache', limits: slow, secret })
    expect(create).toThrow('REDIS_URL is no address of a Redis.')
  })
})
