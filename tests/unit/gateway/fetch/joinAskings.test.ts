import { getEventListeners } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Asker } from '../../../../gateway/context.ts'
import type { Asking } from '../../../../gateway/fetch/Asking.ts'
import type { JointAsking } from '../../../../gateway/fetch/joinAskings.ts'
import { answerPeople } from './support/answerPeople.ts'
import { anyAskedTogether } from './support/anyAskedTogether.ts'
import { askForPeople } from './support/askForPeople.ts'
import { joinPeople } from './support/joinPeople.ts'
import { nextTurn } from './support/nextTurn.ts'
import { playTurns } from './support/playTurns.ts'

function idsIn(asked: readonly JointAsking[]): readonly (readonly unknown[])[] {
  return asked.map(({ parts }) => parts.map(({ id }) => id))
}

/** What a question comes to when nobody else asks. */
function alone({ variables, parts, context }: Asking): unknown {
  return answerPeople({ variables, parts, party: { requests: [context], deadline: context.deadline, isJoint: false } })
}

/** A question of somebody who can leave. */
function leaver(ids: readonly string[]): { readonly asking: Asking; readonly leave: AbortController } {
  const leave = new AbortController()
  return { asking: askForPeople(ids, { deadline: { signal: leave.signal, remaining: () => 5_000 } }), leave }
}

describe('questions that wait together', () => {
  it('are asked as one, and each gets the answer to its own', async () => {
    const { ask, asked } = joinPeople()
    const askings = [['a', 'b'], ['c'], []].map((ids) => askForPeople(ids))
    expect(await Promise.all(askings.map(ask))).toEqual(askings.map(alone))
    expect(idsIn(asked)).toEqual([['a', 'b', 'c']])
    expect(asked[0]?.party.requests).toEqual(askings.map(({ context }) => context))
  })

  it('name a request once that asks for several things', async () => {
    const { ask, asked } = joinPeople()
    const [first, second] = [askForPeople(['a']), askForPeople(['b'])]
    await Promise.all([first, second, { ...first, parts: [{ id: 'c' }] }].map(ask))
    expect(idsIn(asked)).toEqual([['a', 'b', 'c']])
    expect(asked[0]?.party).toMatchObject({ requests: [first.context, second.context], isJoint: true })
  })

  it('are asked for nothing alone where all of them ask for the same', async () => {
    const { ask, asked } = joinPeople()
    await Promise.all(['poison', 'poison'].map((id) => ask(askForPeople([id]))))
    expect(asked.map(({ party }) => party.isJoint)).toEqual([false])
  })

  it('are found whatever is done between them, as long as nothing is waited for', async () => {
    const { ask, asked } = joinPeople()
    const answers = [ask(askForPeople(['a']))]
    await Promise.resolve()
    answers.push(ask(askForPeople(['b'])))
    await new Promise<void>((resolve) => process.nextTick(resolve))
    answers.push(ask(askForPeople(['c'])))
    await Promise.all(answers)
    expect(idsIn(asked)).toEqual([['a', 'b', 'c']])
  })

  it('are asked before anything else is waited for, and with their own deadline when they are alone', async () => {
    const { ask, asked } = joinPeople()
    const asking = askForPeople(['a'])
    const answer = ask(asking)
    await nextTurn()
    expect(asked[0]?.party.deadline).toBe(asking.context.deadline)
    await answer
  })

  it('wait for another turn as long as each brings more, for three at most, and for none on their way', async () => {
    const end = Promise.withResolvers<void>()
    const { ask, asked } = joinPeople({
      async answer(asking) {
        await end.promise
        return answerPeople(asking)
      },
    })
    const answers: unknown[] = []
    const askFor = (...ids: readonly string[]): unknown => answers.push(...ids.map((id) => ask(askForPeople([id]))))
    askFor('a', 'b')
    await nextTurn()
    askFor('c')
    await nextTurn()
    askFor('d')
    await nextTurn()
    askFor('e')
    await nextTurn()
    expect(idsIn(asked)).toEqual([['a', 'b', 'c', 'd'], ['e']])
    end.resolve()
    await Promise.all(answers)
  })
})

describe('what is joined', () => {
  const { context } = askForPeople([])
  const { asker } = context
  // Whoever adds to an asker has to say here that it keeps questions apart.
  const otherAskers: Readonly<Record<keyof Asker, Asker>> = {
    subject: { ...asker, subject: 'other' },
    purpose: { ...asker, purpose: 'other' },
    scopes: { ...asker, scopes: [...asker.scopes, 'more'] },
  }

  it.each([
    ['variables', { variables: { on: '2026-01-01' } }],
    ['wish to ask the agencies themselves', { live: true }],
    ...Object.entries(otherAskers).map(([what, other]) => [`asker's ${what}`, { asker: other }] as const),
  ])('has the same %s', async (_what, changes) => {
    const { ask, asked } = joinPeople()
    const askings = [askForPeople(['a']), askForPeople(['b'], changes)]
    expect(await Promise.all(askings.map(ask))).toEqual(askings.map(alone))
    expect(idsIn(asked)).toEqual([['a'], ['b']])
  })

  it('is no more than allowed, but for a question that has more by itself', async () => {
    const { ask, asked } = joinPeople({ mostParts: 3 })
    const askings = [['a', 'b'], ['c'], ['d'], ['e', 'f', 'g', 'h'], ['i', 'j', 'k']].map((ids) => askForPeople(ids))
    expect(await Promise.all(askings.map(ask))).toEqual(askings.map(alone))
    expect(new Set(idsIn(asked).map(String))).toEqual(new Set(['a,b,c', 'd', 'e,f,g,h', 'i,j,k']))
    expect(asked).toHaveLength(4)
  })
})

describe('an answer that is spoilt', () => {
  it('is asked for again by each, and spoils nothing for the others', async () => {
    const { ask, asked } = joinPeople()
    const askings = [['a'], ['poison'], ['b']].map((ids) => askForPeople(ids))
    expect(await Promise.all(askings.map(ask))).toEqual(askings.map(alone))
    expect(idsIn(asked)).toEqual([['a', 'poison', 'b'], ['a'], ['poison'], ['b']])
  })

  it('is taken as it is by one who is alone', async () => {
    const { ask, asked } = joinPeople()
    expect(await ask(askForPeople(['poison']))).toEqual({ people: ['failed'], isSpoilt: true })
    expect(asked).toHaveLength(1)
  })

  it('by something unforeseen is told to each who asks again, and to no other', async () => {
    const { ask } = joinPeople({
      answer(asking) {
        if (asking.party.isJoint) return { people: [], isSpoilt: true }
        if (asking.parts[0]?.['id'] === 'a') throw new RangeError('a defect')
        return answerPeople(asking)
      },
    })
    const outcomes = await Promise.allSettled(['a', 'b'].map((id) => ask(askForPeople([id]))))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('by something unforeseen is told to everybody', async () => {
    const defect = new RangeError('a defect')
    const { ask } = joinPeople({ answer: () => Promise.reject(defect) })
    const outcomes = await Promise.allSettled(['a', 'b'].map((id) => ask(askForPeople([id]))))
    expect(outcomes).toEqual(['a', 'b'].map(() => ({ status: 'rejected', reason: defect })))
  })
})

describe('an asker who leaves', () => {
  const gone = { people: ['gone'], isSpoilt: false }

  it('is let go at once, and the question stands until nobody is left', async () => {
    const { ask, asked } = joinPeople({ answer: () => new Promise(() => undefined) })
    const leavers = [leaver(['a']), leaver(['b'])]
    const [first, second] = leavers.map(({ asking }) => ask(asking))
    for (let turns = 0; turns < 3; turns += 1) await nextTurn()
    const signal = asked[0]?.party.deadline.signal
    leavers[0]?.leave.abort()
    expect(await first).toEqual(gone)
    expect(signal?.aborted).toBe(false)
    const reason = new DOMException('The time is over.', 'TimeoutError')
    leavers[1]?.leave.abort(reason)
    expect(await second).toEqual(gone)
    expect(signal?.reason).toBe(reason)
    expect(asked).toHaveLength(1)
  })

  it('takes nothing from the others, before and after the question is asked', async () => {
    const end = Promise.withResolvers<void>()
    const { ask } = joinPeople({
      async answer(asking) {
        await end.promise
        return answerPeople(asking)
      },
    })
    const [early, late] = [leaver(['a']), leaver(['b'])]
    const others = [askForPeople(['c']), askForPeople(['d', 'e'])]
    const [first, second, ...answers] = [early.asking, late.asking, ...others].map(ask)
    early.leave.abort()
    await nextTurn()
    await nextTurn()
    late.leave.abort()
    expect(await Promise.all([first, second])).toEqual([gone, gone])
    end.resolve()
    expect(await Promise.all(answers)).toEqual(others.map(alone))
  })

  it('is listened to once, however much it waits for with others', async () => {
    const { ask } = joinPeople()
    const leavers = [leaver(['a']), leaver(['b'])]
    for (let times = 0; times < 3; times += 1) await Promise.all(leavers.map(({ asking }) => ask(asking)))
    expect(leavers.map(({ leave }) => getEventListeners(leave.signal, 'abort').length)).toEqual([1, 1])
  })
})

describe('time that is left', () => {
  it('is shared by those who have about the same, and who has much less asks alone', async () => {
    const { ask, asked } = joinPeople()
    const { signal } = new AbortController()
    const askings = [5_000, 4_900, 4_899, 800, 800].map((left) =>
      askForPeople([String(left)], { deadline: { signal, remaining: () => left } }),
    )
    await Promise.all(askings.map(ask))
    expect(asked.map(({ party }, index) => [idsIn(asked)[index], party.deadline.remaining()])).toEqual([
      [['5000', '4900'], 5_000],
      [['4899'], 4_899],
      [['800'], 800],
      [['800'], 800],
    ])
  })
})

describe('whatever else is asked', () => {
  const mostParts = 5
  const delays = fc.array(fc.nat(3), { minLength: 1, maxLength: 5 })

  it('a question comes to what it comes to alone', async () => {
    await fc.assert(
      fc.asyncProperty(anyAskedTogether(), delays, async (all, turns) => {
        const { outcomes, alone: expected } = await playTurns(all, { mostParts, delays: turns })
        expect(outcomes).toEqual(expected)
      }),
      { numRuns: 400 },
    )
  })

  it('nobody is asked for in the name of another, or together with too many', async () => {
    const common = ({ variables, context: { asker, live } }: Asking): unknown => [variables, asker, live]
    await fc.assert(
      fc.asyncProperty(anyAskedTogether(), delays, async (all, turns) => {
        const { asked, askings } = await playTurns(all, { mostParts, delays: turns })
        for (const { variables, parts, party } of asked) {
          const askers = new Set(parts.map(({ id }) => askings[Number(/ (\d+)\./.exec(String(id))?.[1])]))
          for (const asking of askers)
            expect(asking && common(asking)).toEqual(common({ variables, parts, context: party.requests[0] }))
          expect(parts.length <= mostParts || askers.size === 1).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
