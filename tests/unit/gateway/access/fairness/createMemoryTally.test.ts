import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createMemoryTally } from '../../../../../gateway/access/fairness/createMemoryTally.ts'

const limits = { requestsPerSecond: 10, burst: 5, applicantsPerDay: 3 }
const day = { name: '2026-10-03', left: 1 }

/** Milliseconds between requests: many at once, some a little later, some after long. */
const pauses = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 5_000 })),
  {
    maxLength: 200,
  },
)
const rates = fc.record({
  requestsPerSecond: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.double({ min: 1, max: 50, noNaN: true })),
  burst: fc.integer({ min: 1, max: 20 }),
})

async function takeMany(tally: ReturnType<typeof createMemoryTally>, client: string, times: number): Promise<number> {
  let taken = 0
  for (let time = 0; time < times; time += 1) if ((await tally.take(client)) === 0) taken += 1
  return taken
}

describe('a tally in memory', () => {
  it('lets no more through in any time than the burst and what the rate gives meanwhile', async () => {
    const property = fc.asyncProperty(rates, pauses, async ({ requestsPerSecond, burst }, between) => {
      let now = 1_790_000_000_000
      const tally = createMemoryTally({ limits: { ...limits, requestsPerSecond, burst }, clock: () => now })
      const taken: number[] = []
      for (const pause of between) {
        now += pause
        if ((await tally.take('client')) === 0) taken.push(now)
      }
      for (const [first, from] of taken.entries()) {
        for (const [further, to] of taken.slice(first).entries()) {
          expect(further + 1).toBeLessThanOrEqual(burst + ((to - from) / 1000) * requestsPerSecond + 0.001)
        }
      }
    })
    await fc.assert(property)
  })

  it('lets everything through of a client that keeps to its rate, and what has waited as long as it was told', async () => {
    const property = fc.asyncProperty(rates, pauses, async ({ requestsPerSecond, burst }, between) => {
      let now = 1_790_000_000_000
      const tally = createMemoryTally({ limits: { ...limits, requestsPerSecond, burst }, clock: () => now })
      for (const pause of between) {
        now += pause
        now += await tally.take('hasty')
        const wait = await tally.take('hasty')
        expect(wait).toBeLessThanOrEqual(1000 / requestsPerSecond + 0.01)
      }
      for (let round = 0; round < 50; round += 1) {
        now += 1000 / requestsPerSecond
        expect(await tally.take('steady')).toBe(0)
      }
    })
    await fc.assert(property)
  })

  it('costs a client no more than an empty bucket when the clock is set back', async () => {
    let now = 1_790_000_000_000
    const tally = createMemoryTally({ limits, clock: () => now })
    await takeMany(tally, 'client', 5)
    now -= 3_600_000
    expect(await tally.take('client')).toBeCloseTo(100)
    now += 101
    expect(await tally.take('client')).toBe(0)
  })

  it('forgets the client that was quiet for longest when there are more than it may know', async () => {
    const tally = createMemoryTally({ limits, clock: () => 0, mostClients: 3 })
    for (const client of ['a', 'b', 'c']) await takeMany(tally, client, 5)
    expect(await takeMany(tally, 'a', 5)).toBe(0)
    await tally.take('d')
    expect(await takeMany(tally, 'b', 5)).toBe(5)
  })

  it('forgets applicants with the client that was quiet for longest', async () => {
    const tally = createMemoryTally({ limits, clock: () => 0, mostApplicants: 100 })
    for (const client of ['a', 'b']) expect(await tally.see(client, day, ['1', '2', '3'])).toBe(true)
    expect(await tally.see('a', day, ['4'])).toBe(false)
    await tally.see('c', day, ['1', '2', '3'])
    expect(await tally.see('a', day, ['4'])).toBe(false)
    expect(await tally.see('b', day, ['4'])).toBe(true)
  })

  it('limits a client also where its ceiling is more than all may take together', async () => {
    const tally = createMemoryTally({ limits, clock: () => 0, mostApplicants: 1 })
    expect(await tally.see('a', day, ['1', '2', '3'])).toBe(true)
    expect(await tally.see('a', day, ['4'])).toBe(false)
  })
})
