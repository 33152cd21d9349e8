import { describe, expect, it } from '@jest/globals'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { openTestCache } from '../../../support/openTestCache.ts'
import type { TestAgencyAnswer } from '../../../support/openTestCache.ts'
import { until } from '../../../support/until.ts'

const gap: Gap = { code: 'AGENCY_UNAVAILABLE', details: { agency: 'shelf' }, place: ['title'] }
const failing: TestAgencyAnswer = { standing: 'failed', part: { gaps: [gap] } }

describe('200 at once', () => {
  async function askAtOnce(answer: TestAgencyAnswer, next = answer) {
    const test = openTestCache()
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    const asked = Array.from({ length: 200 }, () => test.ask(['1']))
    await until('one has called', () => test.calls.length === 1)
    // The others join in the turn in which their one read comes back.
    expect(test.store.reads).toHaveLength(1)
    test.answer = next
    late.resolve(answer)
    return { test, answers: await Promise.all(asked) }
  }

  it('make one call, and all have its answer', async () => {
    const { test, answers } = await askAtOnce({})
    expect(test.calls).toHaveLength(1)
    expect(answers.flat().filter(({ source }) => source === 'OWN')).toHaveLength(1)
    expect(answers.flat().filter((answer) => answer.source === 'LIVE' && answer.data === 1)).toHaveLength(199)
    expect(test.counts).toEqual(
      new Map([
        ['miss', 1],
        ['joined', 199],
      ]),
    )
  })

  it('make one call when it fails, and all know what is missing', async () => {
    const { test, answers } = await askAtOnce(failing)
    expect(test.calls).toHaveLength(1)
    expect(answers.flat().filter((answer) => answer.source === 'LIVE' && answer.gaps[0] === gap)).toHaveLength(199)
  })

  it('each call for themselves when the answer is for one alone', async () => {
    const { test, answers } = await askAtOnce({ policy: null })
    expect(test.calls).toHaveLength(200)
    expect(answers.flat().every(({ source }) => source === 'OWN')).toBe(true)
  })

  it('make another call when who had called has left', async () => {
    const { test, answers } = await askAtOnce({ standing: 'abandoned', part: { gaps: [gap] } }, {})
    expect(test.calls).toHaveLength(2)
    expect(answers.flat().filter((answer) => answer.source === 'LIVE' && answer.data === 2)).toHaveLength(198)
  })

  it('have of a call for several what it gave of the one that they ask for', async () => {
    const test = openTestCache()
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    const both = test.ask(['1', '2'])
    await until('one has called', () => test.calls.length === 1)
    const [first, second] = [test.ask(['1']), test.ask(['2'])]
    await until('the others have read', () => test.store.reads.length === 2)
    late.resolve({ standing: 'failed', parts: [{}, { gaps: [gap] }] })
    await both
    expect(await first).toMatchObject([{ source: 'LIVE', data: 1, gaps: [] }])
    expect(await second).toMatchObject([{ source: 'LIVE', data: 1, gaps: [gap] }])
    expect(test.calls).toHaveLength(1)
  })

  it('do not wait for another longer than they have time', async () => {
    const test = openTestCache()
    test.answer = new Promise(() => undefined)
    void test.ask(['1'])
    await until('one has called', () => test.calls.length === 1)
    expect(await test.ask(['1'], createDeadline({ milliseconds: 300 }))).toEqual([{ source: 'NONE', why: 'joined' }])
  })

  it('have what came of some calls in the time that they do not wait for others longer than', async () => {
    const test = openTestCache()
    test.answer = new Promise(() => undefined)
    void test.ask(['1'])
    await until('one has called', () => test.calls.length === 1)
    const late = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = late.promise
    void test.ask(['2'])
    await until('another has called', () => test.calls.length === 2)
    const both = test.ask(['1', '2'], createDeadline({ milliseconds: 300 }))
    await until('both are asked for', () => test.store.reads.length === 3)
    late.resolve({})
    expect(await both).toMatchObject([
      { source: 'NONE', why: 'joined' },
      { source: 'LIVE', data: 2 },
    ])
  })

  it('are let go when the call throws, which none should', async () => {
    const test = openTestCache()
    test.answer = Promise.reject(new Error('a defect'))
    await expect(test.ask(['1'])).rejects.toThrow('a defect')
    test.answer = {}
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
  })
})
