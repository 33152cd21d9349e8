import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { createFakeStore } from '../../../support/createFakeStore.ts'
import { openTestCache } from '../../../support/openTestCache.ts'
import type { TestAgencyAnswer } from '../../../support/openTestCache.ts'
import { until } from '../../../support/until.ts'

const gap: Gap = { code: 'AGENCY_UNAVAILABLE', details: { agency: 'shelf' }, place: ['title'] }
const failing: TestAgencyAnswer = { standing: 'failed', part: { gaps: [gap] } }
const nobody = new AbortController().signal

describe('an answer', () => {
  it('is kept as long as its agency allows, each on its own', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.pass(59_000)
    expect(await test.ask(['1', '2'])).toMatchObject([{ source: 'CACHE', data: 1 }, { source: 'OWN' }])
    expect(test.calls).toEqual([[0], [1]])
    test.pass(2_000)
    expect(await test.ask(['1', '2'])).toMatchObject([{ source: 'OWN' }, { source: 'CACHE', data: 2 }])
  })

  it('is never kept for longer than eight days', async () => {
    const test = openTestCache()
    test.answer = { policy: { maxAge: 1e9, staleIfError: 1e9 } }
    await test.ask(['1'])
    await test.cache.close()
    expect([...test.store.values.values()].map(({ milliseconds }) => milliseconds)).toEqual([8 * 86_400_000])
    test.pass(8 * 86_400_000)
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })

  it('stands in for as long as the civil registry allows for regions: a week after its day', async () => {
    const test = openTestCache()
    test.answer = { policy: { maxAge: 86_400, staleIfError: 604_800 } }
    await test.ask(['1'])
    test.pass(2 * 86_400_000)
    test.answer = failing
    expect(await test.ask(['1'])).toMatchObject([{ source: 'STALE' }])
  })

  it('is kept for a failure alone where it is never fresh', async () => {
    const test = openTestCache()
    test.answer = { policy: { maxAge: 0, staleIfError: 60 } }
    await test.ask(['1'])
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    test.answer = failing
    expect(await test.ask(['1'])).toMatchObject([{ source: 'STALE', data: 2 }])
  })

  it('is not kept without a policy, with a gap, or when it was answered too late', async () => {
    const test = openTestCache()
    for (const answer of [
      { policy: null },
      { policy: { maxAge: 0, staleIfError: 0 } },
      { part: { gaps: [gap] } },
      failing,
    ]) {
      test.answer = answer
      await test.ask(['1'])
    }
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    const asked = test.ask(['1'])
    await until('it is asked', () => test.calls.length === 5)
    test.pass(700_000)
    late.resolve({})
    await asked
    await test.cache.close()
    expect(test.store.values.size).toBe(0)
  })

  it('that there is no such thing is kept for half a minute, and for no failure', async () => {
    const test = openTestCache()
    test.answer = { text: 'null', part: { isNegative: true } }
    await test.ask(['1'])
    test.pass(29_000)
    expect(await test.ask(['1'])).toMatchObject([{ source: 'CACHE', data: null }])
    test.pass(2_000)
    test.answer = failing
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    expect(test.counts.get('negative')).toBe(1)
  })

  it('goes to whoever asks for the same in one request, from one call', async () => {
    const test = openTestCache()
    test.answer = { policy: null }
    expect(await test.ask(['1', '2', '1'])).toMatchObject([
      { source: 'OWN' },
      { source: 'OWN' },
      { source: 'LIVE', data: 1 },
    ])
    expect(test.calls).toEqual([[0, 1]])
  })

  it('that fails to come gives way to the last good one within its limit', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.answer = failing
    test.pass(659_000)
    expect(await test.ask(['1'])).toMatchObject([{ source: 'STALE', data: 1, gaps: [] }])
    test.pass(1_000)
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    expect(test.counts).toEqual(
      new Map([
        ['miss', 2],
        ['stale', 1],
      ]),
    )
  })

  it('that the request is to blame for gives way to nothing', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.pass(61_000)
    test.answer = { part: { gaps: [{ code: 'REGION_UNKNOWN', details: {} }] } }
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })
})

describe('a change', () => {
  it('makes old what is kept, also for a failure, and nothing of others', async () => {
    const test = openTestCache()
    await test.ask(['1', '2'])
    await test.cache.invalidate([{ type: 'Book', key: { id: '1' } }])
    test.pass(61_000)
    test.answer = failing
    expect(await test.ask(['1', '2'])).toMatchObject([{ source: 'OWN' }, { source: 'STALE' }])
    expect(test.reasons.slice(-2)).toEqual(['changed', 'expired'])
  })

  it('makes old what is under way, so that it is neither joined nor served when it is written', async () => {
    const test = openTestCache()
    const early = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = early.promise
    const first = test.ask(['1'])
    await until('it is asked', () => test.calls.length === 1)
    await test.cache.invalidate([{ type: 'Book', key: { id: '1' } }])
    test.answer = { text: '"new"' }
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    early.resolve({ text: '"old"' })
    expect(await first).toMatchObject([{ source: 'OWN' }])
    await test.cache.close()
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    expect(test.calls).toHaveLength(3)
  })

  it('counts when it comes between a failure and what would stand in', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.pass(61_000)
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    const asked = test.ask(['1'])
    await until('it is asked', () => test.calls.length === 2)
    await test.cache.invalidate([{ type: 'Book', key: { id: '1' } }])
    late.resolve(failing)
    expect(await asked).toMatchObject([{ source: 'OWN' }])
  })

  it('of a whole agency makes all of it old', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    await test.cache.invalidateAgency('loan-desk')
    expect(await test.ask(['1'])).toMatchObject([{ source: 'CACHE' }])
    await test.cache.invalidateAgency('shelf')
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })

  it('of a whole agency is told under every secret in use', async () => {
    const store = createFakeStore()
    const [old, next] = ['the old secret of 32 characters at least', 'the next secret of 32 characters at least']
    const test = openTestCache({ store, secrets: [old] })
    await test.ask(['1'])
    await openTestCache({ store, secrets: [next, old] }).cache.invalidateAgency('shelf')
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })

  it('is not acknowledged when the store does not take it', async () => {
    const store = createFakeStore()
    const { cache } = openTestCache({ store: { ...store, increment: () => Promise.reject(new Error('gone')) } })
    await expect(cache.invalidate([{ type: 'Book', key: { id: '1' } }])).rejects.toThrow('gone')
    await expect(cache.invalidate([])).resolves.toBeUndefined()
  })
})

describe('a value', () => {
  it('that was altered or moved is refused, counted, and asked for again', async () => {
    const test = openTestCache()
    await test.ask(['1', '2'])
    await test.cache.close()
    const [one, other] = [...test.store.values.values()]
    if (one === undefined || other === undefined) throw new Error('Both are kept.')
    test.store.values.set(one.key, { ...one, value: other.value })
    test.store.values.set(other.key, { ...other, value: Buffer.from('garbage') })
    expect(await test.ask(['1', '2'])).toMatchObject([{ source: 'OWN' }, { source: 'OWN' }])
    expect(test.counts.get('refused')).toBe(2)
  })

  it('survives a rotation of the secret, and no longer than its secret', async () => {
    const store = createFakeStore()
    const [old, next] = ['the old secret of 32 characters at least', 'the next secret of 32 characters at least']
    await openTestCache({ store, secrets: [old] }).ask(['1'])
    const rotated = openTestCache({ store, secrets: [next, old] })
    expect(await rotated.ask(['1'])).toMatchObject([{ source: 'CACHE', data: 1 }])
    // A change is told under every secret in use.
    await openTestCache({ store, secrets: [old, next] }).cache.invalidate([{ type: 'Book', key: { id: '1' } }])
    expect(await rotated.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    expect(await rotated.ask(['1'])).toMatchObject([{ source: 'CACHE' }])
    expect(await openTestCache({ store, secrets: [old] }).ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })
})

/** The least of some measurements: whatever else the machine does only adds to them. */
async function least(measure: () => Promise<number>): Promise<number> {
  const measured: number[] = []
  for (let round = 0; round < 4; round += 1) measured.push(await measure())
  return Math.min(...measured)
}

describe('a store', () => {
  const ways: [string, (signal: AbortSignal) => Promise<void>][] = [
    ['is dead', () => Promise.reject(new Error('gone'))],
    ['hangs', () => new Promise(() => undefined)],
    ['takes 200 ms', () => new Promise((resolve) => setTimeout(resolve, 200))],
    ['takes 30 ms', () => new Promise((resolve) => setTimeout(resolve, 30))],
  ]

  it.each(ways)('that %s adds at most its budget to a request of five fetches', async (_how, hinder) => {
    const took = await least(async () => {
      const test = openTestCache()
      await test.ask(['1'])
      test.store.hinder = hinder
      const begin = performance.now()
      const deadline = createDeadline({ milliseconds: 5_000 })
      for (const id of ['2', '3', '4', '5', '6'])
        expect(await test.ask([id], deadline)).toMatchObject([{ source: 'OWN' }])
      return performance.now() - begin
    })
    expect(took).toBeLessThan(50 + 20)
  })

  it('that is a little slow is asked for what stands in for an agency that fails, too', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.pass(61_000)
    test.store.hinder = () => pause(30)
    test.answer = failing
    expect(await test.ask(['1'])).toMatchObject([{ source: 'STALE', data: 1 }])
  })

  it.each(ways.slice(0, 3))('that %s is left alone, and takes part again by itself', async (_how, hinder) => {
    const test = openTestCache()
    test.store.hinder = hinder
    for (let round = 0; round < 3; round += 1) await test.ask(['1', '2'])
    expect(test.reasons).toEqual(Array(6).fill('no-store'))
    expect(test.counts.get('error')).toBe(6)
    await until('it is left alone', async () => {
      const reads = test.store.reads.length
      await test.ask(['1'])
      return test.store.reads.length === reads
    })
    expect(test.store.reads.length).toBeLessThan(6)
    test.store.hinder = () => Promise.resolve()
    await until('it takes part again', async () => (await test.ask(['1']))[0]?.source === 'CACHE')
  })

  it('that comes back in the middle of a call is given nothing that nobody can judge', async () => {
    const test = openTestCache()
    test.store.hinder = () => Promise.reject(new Error('gone'))
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    const asked = test.ask(['1'])
    await until('it is asked', () => test.calls.length === 1)
    test.store.hinder = () => Promise.resolve()
    late.resolve({})
    await asked
    await test.cache.close()
    expect(test.store.values.size).toBe(0)
  })

  it('has what is being written before it closes', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    await test.cache.close()
    expect(test.store.values.size).toBe(1)
    await expect(test.store.read({ entries: [], counters: [] }, nobody)).resolves.toBeDefined()
  })
})
