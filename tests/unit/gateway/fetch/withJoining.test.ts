import { getEventListeners } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AgencyCall } from '../../../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import type { Asker } from '../../../../gateway/context.ts'
import { withJoining } from '../../../../gateway/fetch/withJoining.ts'
import { makeCall } from '../../../support/makeCall.ts'
import { anyAskedTogether } from './support/anyAskedTogether.ts'
import { answerForPeople } from './support/answerForPeople.ts'
import { askForPeople } from './support/askForPeople.ts'
import { lookUpPerson } from './support/lookUpPerson.ts'
import { nextTurn } from './support/nextTurn.ts'
import { outcomeOf } from './support/outcomeOf.ts'
import { peopleIn } from './support/peopleIn.ts'
import { playTurns } from './support/playTurns.ts'
import { recordCalls } from './support/recordCalls.ts'

const join = (dispatch: Dispatch, mostEntities = 100): Dispatch => withJoining(dispatch, { mostEntities })

const idsIn = (calls: readonly AgencyCall[]): readonly (readonly string[])[] =>
  calls.map((call) => peopleIn(call).map(({ id }) => id))

/** The call of an asker who can leave. */
function leaver(ids: readonly string[]): { readonly call: AgencyCall; readonly leave: AbortController } {
  const leave = new AbortController()
  return { call: askForPeople(ids, { deadline: { signal: leave.signal, remaining: () => 1_000 } }), leave }
}

const isOver = (): DOMException => new DOMException('The time is over.', 'TimeoutError')

describe('lookups that wait together', () => {
  it('travel in one call, and each gets its own entities, errors and policy', async () => {
    const { calls, dispatch } = recordCalls()
    const asked = [['a', 'wrong b'], ['c', 'wrong d', 'unknown'], []].map((ids) => askForPeople(ids))
    expect(await Promise.all(asked.map(join(dispatch)))).toEqual(asked.map(answerForPeople))
    expect(idsIn(calls)).toEqual([['a', 'wrong b', 'c', 'wrong d', 'unknown']])
  })

  it('travel in one call when they are by a root field, each under an alias', async () => {
    const { calls, dispatch } = recordCalls()
    const asked = ['a', 'wrong b', 'unknown', 'a'].map((id) => lookUpPerson(id))
    expect(await Promise.all(asked.map(join(dispatch)))).toEqual(asked.map(answerForPeople))
    expect(idsIn(calls)).toEqual([['a', 'wrong b', 'unknown', 'a']])
  })

  it('are found whatever is done between them, as long as nothing is waited for', async () => {
    const { calls, dispatch } = recordCalls()
    const joined = join(dispatch)
    const answers = [joined(askForPeople(['a']))]
    await Promise.resolve()
    answers.push(joined(askForPeople(['b'])))
    await new Promise<void>((resolve) => process.nextTick(resolve))
    answers.push(joined(askForPeople(['c'])))
    await Promise.all(answers)
    expect(idsIn(calls)).toEqual([['a', 'b', 'c']])
  })

  it('are sent before anything else is waited for, and as they are when they are alone', async () => {
    const { calls, dispatch } = recordCalls()
    const call = askForPeople(['a'])
    const answer = join(dispatch)(call)
    await nextTurn()
    expect(calls).toEqual([call])
    expect(calls[0]).toBe(call)
    await answer
  })

  it('wait for another turn as long as each brings more, for three at most, and for none on its way', async () => {
    const end = Promise.withResolvers<void>()
    const { calls, dispatch } = recordCalls(async (call) => {
      await end.promise
      return answerForPeople(call)
    })
    const joined = join(dispatch)
    const answers: unknown[] = []
    const ask = (...ids: readonly string[]): unknown => answers.push(...ids.map((id) => joined(askForPeople([id]))))
    ask('a', 'b')
    await nextTurn()
    ask('c')
    await nextTurn()
    ask('d')
    await nextTurn()
    ask('e')
    await nextTurn()
    expect(idsIn(calls)).toEqual([['a', 'b', 'c', 'd'], ['e']])
    end.resolve()
    await Promise.all(answers)
  })
})

describe('what is joined', () => {
  const { asker } = makeCall()
  // Whoever adds to an asker has to say here that it keeps calls apart.
  const otherAskers: Readonly<Record<keyof Asker, Asker>> = {
    subject: { ...asker, subject: 'other' },
    purpose: { ...asker, purpose: 'other' },
    scopes: { ...asker, scopes: [...asker.scopes, 'more'] },
  }
  const differences: readonly (readonly [string, (call: AgencyCall) => AgencyCall])[] = [
    ['agency', (call) => ({ ...call, agency: 'other' })],
    ['address', (call) => ({ ...call, url: 'http://other.test/graphql' })],
    ['text', (call) => ({ ...call, query: `${call.query} ` })],
    ['other variables', (call) => ({ ...call, variables: { ...call.variables, on: '2026-01-01' } })],
    ...Object.entries(otherAskers).map(
      ([what, other]) => [`asker's ${what}`, (call: AgencyCall) => ({ ...call, asker: other })] as const,
    ),
  ]

  it.each(differences)('has the same %s', async (_what, change) => {
    const { calls, dispatch } = recordCalls()
    const asked = [askForPeople(['a']), change(askForPeople(['b'])), lookUpPerson('c'), change(lookUpPerson('d'))]
    expect(await Promise.all(asked.map(join(dispatch)))).toEqual(asked.map(answerForPeople))
    expect(calls).toEqual(asked)
  })

  it('is no more than allowed, but for a call that has more by itself', async () => {
    const { calls, dispatch } = recordCalls()
    const joined = join(dispatch, 3)
    const asked = [['a', 'b'], ['c'], ['d'], ['e', 'f', 'g', 'h'], ['i', 'j', 'k']].map((ids) => askForPeople(ids))
    expect(await Promise.all(asked.map(joined))).toEqual(asked.map(answerForPeople))
    expect(new Set(idsIn(calls).map(String))).toEqual(new Set(['a,b,c', 'd', 'e,f,g,h', 'i,j,k']))
    expect(calls).toHaveLength(4)
  })

  it('is neither a mutation nor a root field that is no lookup', async () => {
    const { calls, dispatch } = recordCalls(() => ({ data: {}, errors: [] }))
    const root = makeCall()
    const asked = [root, root, askForPeople(['a'], { kind: 'mutation' }), askForPeople(['b'], { kind: 'mutation' })]
    const answers = asked.map(join(dispatch))
    expect(calls).toEqual(asked)
    await Promise.all(answers)
  })
})

describe('a call that fails', () => {
  // So that no kind is left out.
  const callsMade: Readonly<Record<AgencyFailureKind, number>> = {
    CONNECTION: 1,
    TIMEOUT: 1,
    CANCELLED: 1,
    BREAKER_OPEN: 1,
    OVERLOADED: 1,
    STATUS: 3,
    CONTENT_TYPE: 3,
    MALFORMED: 3,
    TOO_LARGE: 3,
    WRONG_SHAPE: 3,
  }

  it.each(Object.entries(callsMade))('with %s fails all that are in it, after %d calls', async (kind, count) => {
    const { calls, dispatch } = recordCalls((call) => {
      throw new AgencyFailure(call.agency, kind as AgencyFailureKind)
    })
    const joined = join(dispatch)
    const outcomes = ['a', 'b'].map((id) => outcomeOf(joined(askForPeople([id]))))
    expect(await Promise.all(outcomes)).toEqual([`passport: ${kind}`, `passport: ${kind}`])
    expect(calls).toHaveLength(count)
  })

  it.each(['poison', 'image', 'garbled', 'refused', 'lost'])('by one that is %s fails nobody else', async (spoiler) => {
    const { calls, dispatch } = recordCalls()
    const asked = [askForPeople(['a']), askForPeople([spoiler]), askForPeople(['b'])]
    const alone = await Promise.all(asked.map((call) => outcomeOf(recordCalls().dispatch(call))))
    expect(await Promise.all(asked.map(join(dispatch)).map(outcomeOf))).toEqual(alone)
    expect(calls.slice(1)).toEqual(asked)
  })

  it('with one entity that does not fit fails its own asker, and nobody is asked again', async () => {
    const { calls, dispatch } = recordCalls()
    const asked = [askForPeople(['a']), askForPeople(['b', 'misshapen'])]
    const [one, other] = await Promise.all(asked.map(join(dispatch)).map(outcomeOf))
    expect([one, other]).toEqual([answerForPeople(askForPeople(['a'])), 'passport: WRONG_SHAPE'])
    expect(calls).toHaveLength(1)
  })

  it('with something unforeseen tells everybody', async () => {
    const defect = new RangeError('a defect')
    const { dispatch } = recordCalls(() => Promise.reject(defect))
    const joined = join(dispatch)
    const outcomes = ['a', 'b'].map((id) => outcomeOf(joined(askForPeople([id]))))
    expect(await Promise.all(outcomes)).toEqual([defect, defect])
  })
})

describe('an asker who leaves', () => {
  const never = () => new Promise<never>(() => undefined)

  it('is told at once, and the call goes on until nobody is left', async () => {
    const { calls, dispatch } = recordCalls(never)
    const leavers = [leaver(['a']), leaver(['b'])]
    const [first, second] = leavers
      .map(({ call }) => call)
      .map(join(dispatch))
      .map(outcomeOf)
    for (let turns = 0; turns < 3; turns += 1) await nextTurn()
    const signal = calls[0]?.deadline.signal
    leavers[0]?.leave.abort()
    expect(await first).toBe('passport: CANCELLED')
    expect(signal?.aborted).toBe(false)
    leavers[1]?.leave.abort(isOver())
    expect(await second).toBe('passport: TIMEOUT')
    expect(signal?.reason).toBe(leavers[1]?.leave.signal.reason)
    expect(calls).toHaveLength(1)
  })

  it('takes nothing from the others', async () => {
    const end = Promise.withResolvers<void>()
    const { dispatch } = recordCalls(async (call) => {
      await end.promise
      return answerForPeople(call)
    })
    const { call, leave } = leaver(['a'])
    const asked = [call, askForPeople(['b', 'wrong c']), askForPeople(['d'])]
    const [gone, ...others] = asked.map(join(dispatch)).map(outcomeOf)
    await nextTurn()
    leave.abort(isOver())
    expect(await gone).toBe('passport: TIMEOUT')
    end.resolve()
    expect(await Promise.all(others)).toEqual(asked.slice(1).map(answerForPeople))
  })

  it('before the call is sent is told so, and the others are answered', async () => {
    const { dispatch } = recordCalls()
    const { call, leave } = leaver(['a'])
    const answers = [call, askForPeople(['b'])].map(join(dispatch)).map(outcomeOf)
    leave.abort()
    expect(await Promise.all(answers)).toEqual(['passport: CANCELLED', answerForPeople(askForPeople(['b']))])
  })

  it('is listened to no longer than the call takes', async () => {
    for (const answer of [answerForPeople, () => Promise.reject(new AgencyFailure('passport', 'CONNECTION'))]) {
      const leavers = [leaver(['a']), leaver(['b'])]
      await Promise.all(
        leavers
          .map(({ call }) => call)
          .map(join(recordCalls(answer).dispatch))
          .map(outcomeOf),
      )
      expect(leavers.map(({ leave }) => getEventListeners(leave.signal, 'abort'))).toEqual([[], []])
    }
  })
})

describe('time that is left', () => {
  it('is shared by those who have about the same, and who has much less is asked for alone', async () => {
    const { calls, dispatch } = recordCalls()
    const { signal } = new AbortController()
    const asked = [5_000, 4_900, 4_899, 800, 800].map((left) =>
      askForPeople([String(left)], { deadline: { signal, remaining: () => left } }),
    )
    await Promise.all(asked.map(join(dispatch)))
    expect(calls.map(({ deadline }, index) => [idsIn(calls)[index], deadline.remaining()])).toEqual([
      [['5000', '4900'], 4_900],
      [['4899'], 4_899],
      [['800'], 800],
      [['800'], 800],
    ])
  })
})

describe('whatever else is on its way', () => {
  const mostEntities = 5
  const wrap = (dispatch: Dispatch): Dispatch => join(dispatch, mostEntities)
  const delays = fc.array(fc.nat(3), { minLength: 1, maxLength: 5 })

  it('a call comes to what it comes to alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyAskedTogether(), delays, async (asked, turns) => {
        const { outcomes, alone } = await playTurns(asked, { wrap, delays: turns })
        expect(outcomes).toEqual(alone)
      }),
      { numRuns: 400 },
    )
  })

  it('nobody is asked for in the name of another, or together with too many', async () => {
    const common = ({ agency, url, asker, kind, variables }: AgencyCall): unknown => [
      [agency, url, asker, kind],
      variables['on'],
    ]
    await fc.assert(
      fc.asyncProperty(anyAskedTogether(), delays, async (asked, turns) => {
        const { sent, calls } = await playTurns(asked, { wrap, delays: turns })
        for (const call of sent) {
          const people = peopleIn(call)
          const askedBy = new Set(people.map(({ id }) => calls[Number(/ (\d+)\./.exec(id)?.[1])]))
          for (const own of askedBy) expect(own && common(own)).toEqual(common(call))
          expect(people.length <= mostEntities || askedBy.size === 1).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
