import { describe, expect, it } from '@jest/globals'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import { openTestCache } from '../../../support/openTestCache.ts'
import type { TestAgencyAnswer } from '../../../support/openTestCache.ts'
import { until } from '../../../support/until.ts'

const gap: Gap = { code: 'AGENCY_UNAVAILABLE', details: { agency: 'shelf' }, place: ['title'] }
const failing: TestAgencyAnswer = { standing: 'failed', part: { gaps: [gap] } }

describe('a cache whose clock is set back', () => {
  it('keeps nothing for longer, neither for whoever asks nor for a failure', async () => {
    const test = openTestCache()
    await test.ask(['1'])
    test.set(-5_000)
    expect(await test.ask(['1'])).toMatchObject([{ source: 'CACHE', data: 1 }])
    test.set(-1)
    test.answer = failing
    expect(await test.ask(['1'])).toMatchObject([{ source: 'OWN' }])
    expect(test.calls).toHaveLength(2)
  })

  it('lets nobody wait for a call of half a second ago while the store cannot be asked', async () => {
    const test = openTestCache()
    test.store.hinder = () => Promise.reject(new Error('gone'))
    const early = Promise.withResolvers<TestAgencyAnswer>()
    test.answer = early.promise
    const first = test.ask(['1'])
    await until('it is asked', () => test.calls.length === 1)
    test.pass(500)
    test.set(-3_600_000)
    test.answer = {}
    const second = test.ask(['1'])
    await until('another call is made', () => test.calls.length === 2)
    early.resolve({})
    expect(await Promise.all([first, second])).toMatchObject([[{ source: 'OWN' }], [{ source: 'OWN' }]])
  })
})
