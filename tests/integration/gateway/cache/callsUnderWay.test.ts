import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { withConcurrency } from '../../../../gateway/agency/withConcurrency.ts'
import { withDeadline } from '../../../../gateway/agency/withDeadline.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { contextWith } from '../../../support/contextWith.ts'
import { countedPeople } from '../../../support/countedPeople.ts'
import { createFakeStore } from '../../../support/createFakeStore.ts'
import { openPaperSource } from '../../../support/openPaperSource.ts'
import { until } from '../../../support/until.ts'

const { entities, representations, context, dataIn } = countedPeople
const policy = { maxAge: 60, staleIfError: 0 }

describe('a call under way, for who asks for the same meanwhile', () => {
  /** Holds the calls that are to fail, until they are let go. */
  function openFailing(failure: AgencyFailure, isFailing: (call: Parameters<Dispatch>[0]) => boolean) {
    const { source, calls, tampers } = openPaperSource('papers', createFakeStore(), policy)
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    tampers.set('papers', async (answer, call) => {
      if (!isFailing(call)) return { ...answer, policy }
      await held
      throw failure
    })
    return { ask: source.open({ query: entities }), calls, letGo }
  }

  it.each(['STATUS', 'TOO_LARGE', 'MALFORMED', 'WRONG_SHAPE'] as const)(
    'takes nothing away where another one of several people may be what fails: %s',
    async (kind) => {
      const failure = new AgencyFailure('papers', kind, { status: 500 })
      const { ask, calls, letGo } = openFailing(failure, ({ variables }) =>
        JSON.stringify(variables).includes('"id":"2"'),
      )
      const list = ask({ variables: {}, parts: representations, context: context() })
      await until('the list is asked for', () => calls.length === 1)
      const one = ask({ variables: {}, parts: representations.slice(0, 1), context: context() })
      await pause(20)
      letGo()
      expect(dataIn(await list)).toEqual(representations.map(() => ({ count: null })))
      expect(dataIn(await one)).toEqual([{ count: 1 }])
    },
  )

  it.each([401, 403, 429])('says nothing to another subject where an agency refuses who asked: %i', async (status) => {
    const failure = new AgencyFailure('papers', 'STATUS', { status })
    const { ask, calls, letGo } = openFailing(failure, ({ asker }) => asker.subject === 'refused')
    const parts = representations.slice(0, 1)
    const contextOf = (subject: string) => ({ ...context(), asker: { subject, purpose: 'a purpose', scopes: [] } })
    const refused = ask({ variables: {}, parts, context: contextOf('refused') })
    await until('the agency is asked', () => calls.length === 1)
    const welcome = ask({ variables: {}, parts, context: contextOf('welcome') })
    await pause(20)
    letGo()
    expect(dataIn(await refused)).toEqual([{ count: null }])
    expect(dataIn(await welcome)).toEqual([{ count: 1 }])
  })

  it('is asked anew by who has time, where it waited for its turn until its asker had none', async () => {
    const queue = (dispatch: Dispatch) => withConcurrency(dispatch, { calls: 1, queue: 10 })
    const { source, tampers } = openPaperSource('papers', createFakeStore(), policy, (dispatch) =>
      withDeadline(queue(dispatch), { timeout: 2000, reserve: 250 }),
    )
    tampers.set('papers', async (answer, { variables }) => {
      if (variables['busy'] === true) await pause(600)
      return { ...answer, policy }
    })
    const ask = source.open({ query: entities })
    const [parts, others] = [representations.slice(0, 1), representations.slice(1)]
    const withTime = (milliseconds: number) => contextWith(createDeadline({ milliseconds }))
    const busy = ask({ variables: { busy: true }, parts: others, context: withTime(5000) })
    await pause(20)
    const hurried = ask({ variables: {}, parts, context: withTime(500) })
    await pause(20)
    const patient = ask({ variables: {}, parts, context: withTime(5000) })
    expect(dataIn(await hurried)).toEqual([{ count: null }])
    expect(dataIn(await patient)).toEqual([{ count: 1 }])
    await busy
  })
})
