import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { abortKind } from '../../../../gateway/agency/abortKind.ts'
import { withJoining } from '../../../../gateway/fetch/withJoining.ts'
import { makeCall } from '../../../support/makeCall.ts'

const text = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{name}}}'

interface Person {
  readonly __typename: 'Person'
  readonly id: string
}

const person = (id: string): Person => ({ __typename: 'Person', id })

function callFor(ids: readonly string[], changes: Partial<AgencyCall> = {}): AgencyCall {
  return makeCall({
    query: text,
    variables: { representations: ids.map(person), ...changes.variables },
    // A person without a name is no answer.
    fits: ({ data }) => !JSON.stringify(data).includes('"misshapen"'),
    ...(({ variables: _variables, ...rest }) => rest)(changes),
  })
}

/** What the stand-in says of a person: by the id alone, as a pure function. */
function answerFor(call: AgencyCall): AgencyAnswer {
  const people = (call.variables['representations'] ?? []) as readonly Person[]
  const ids = people.map(({ id }) => id)
  if (ids.some((id) => id.startsWith('poison'))) throw new AgencyFailure(call.agency, 'STATUS', 500)
  if (ids.some((id) => id.startsWith('refused'))) return { data: null, errors: [{ message: 'refused' }] }
  const data = { _entities: ids.map((id) => nameOf(id, call)) }
  const errors = ids.flatMap((id, index) =>
    id.startsWith('wrong') ? [{ message: id, path: ['_entities', index, 'name'] }] : [],
  )
  if (call.fits?.({ data, errors }) === false) throw new AgencyFailure(call.agency, 'WRONG_SHAPE')
  return { data, errors, policy: { maxAge: 60, staleIfError: 0 } }
}

function nameOf(id: string, { asker, query }: AgencyCall): unknown {
  if (id.startsWith('misshapen')) return 'misshapen'
  return { name: `${id} to ${asker.subject} of ${query.length}` }
}

interface Recorded {
  readonly calls: AgencyCall[]
  readonly dispatch: Dispatch
}

function record(answer: (call: AgencyCall) => AgencyAnswer | Promise<AgencyAnswer> = answerFor): Recorded {
  const calls: AgencyCall[] = []
  return {
    calls,
    async dispatch(call) {
      calls.push(call)
      if (call.deadline.signal.aborted) throw new AgencyFailure(call.agency, abortKind(call.deadline.signal))
      return answer(call)
    },
  }
}

/** What became of a call, as data. */
async function outcomeOf(answer: Promise<AgencyAnswer>): Promise<unknown> {
  try {
    return await answer
  } catch (error) {
    return error instanceof AgencyFailure ? error.kind : error
  }
}

const entitiesIn = (call: AgencyCall | undefined): unknown => call?.variables['representations']

describe('lookups that wait in the same turn', () => {
  it('travel in one call, and each gets its own entities, errors and policy', async () => {
    const { calls, dispatch } = record()
    const joined = withJoining(dispatch, { mostEntities: 100 })
    const one = joined(callFor(['a', 'wrong b']))
    const other = joined(callFor(['c', 'wrong d', 'e']))
    expect(await one).toEqual(answerFor(callFor(['a', 'wrong b'])))
    expect(await other).toEqual(answerFor(callFor(['c', 'wrong d', 'e'])))
    expect(calls.map(entitiesIn)).toEqual([['a', 'wrong b', 'c', 'wrong d', 'e'].map(person)])
  })

  it('are sent before anything else is waited for', async () => {
    const { calls, dispatch } = record()
    const answer = withJoining(dispatch, { mostEntities: 100 })(callFor(['a']))
    await new Promise((resolve) => setImmediate(resolve))
    expect(calls).toHaveLength(1)
    await answer
  })

  it.each<[string, Partial<AgencyCall>]>([
    ['agency', { agency: 'other' }],
    ['address', { url: 'http://other.test/graphql' }],
    ['text', { query: `${text} ` }],
    ['asker', { asker: { subject: 'other', purpose: 'none', scopes: [] } }],
    ['purpose', { asker: { ...makeCall().asker, purpose: 'other' } }],
    ['scopes', { asker: { ...makeCall().asker, scopes: ['other'] } }],
    ['other variables', { variables: { on: '2026-01-01' } }],
  ])('stay apart when they differ in the %s', async (_what, changes) => {
    const { calls, dispatch } = record()
    const joined = withJoining(dispatch, { mostEntities: 100 })
    await Promise.all([joined(callFor(['a'])), joined(callFor(['b'], changes))])
    expect(calls).toHaveLength(2)
  })

  it('are no more than allowed in one call, but for one that has more by itself', async () => {
    const { calls, dispatch } = record()
    const joined = withJoining(dispatch, { mostEntities: 3 })
    await Promise.all([['a', 'b'], ['c'], ['d'], ['e', 'f', 'g', 'h']].map((ids) => joined(callFor(ids))))
    expect(calls.map((call) => (entitiesIn(call) as readonly unknown[]).length)).toEqual([3, 1, 4])
  })

  it('are not joined with mutations or with root fields', async () => {
    const { calls, dispatch } = record(() => ({ data: {}, errors: [] }))
    const joined = withJoining(dispatch, { mostEntities: 100 })
    const root = makeCall({ query: '{ a }', variables: {} })
    await Promise.all([joined(root), joined(root), joined({ ...root, kind: 'mutation' })])
    expect(calls).toHaveLength(3)
  })

  it.each<[AgencyFailureKind, number]>([
    ['CONNECTION', 1],
    ['TIMEOUT', 1],
    ['BREAKER_OPEN', 1],
    ['OVERLOADED', 1],
    ['STATUS', 3],
    ['MALFORMED', 3],
    ['TOO_LARGE', 3],
  ])('fail together with %s, after %d calls', async (kind, count) => {
    const { calls, dispatch } = record((call) => {
      throw new AgencyFailure(call.agency, kind)
    })
    const joined = withJoining(dispatch, { mostEntities: 100 })
    const outcomes = await Promise.all([outcomeOf(joined(callFor(['a']))), outcomeOf(joined(callFor(['b'])))])
    expect(outcomes).toEqual([kind, kind])
    expect(calls).toHaveLength(count)
  })

  it('end each when its asker leaves, and the call only when nobody is left', async () => {
    const leavers = [new AbortController(), new AbortController()]
    let aborted = false
    const { dispatch } = record(
      ({ deadline: { signal } }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true
            reject(new AgencyFailure('papers', 'CANCELLED'))
          })
        }),
    )
    const joined = withJoining(dispatch, { mostEntities: 100 })
    const outcomes = leavers.map(({ signal }, index) =>
      outcomeOf(joined(callFor([String(index)], { deadline: { signal, remaining: () => 1_000 } }))),
    )
    await new Promise((resolve) => setImmediate(resolve))
    leavers[0]?.abort()
    expect(await outcomes[0]).toBe('CANCELLED')
    expect(aborted).toBe(false)
    leavers[1]?.abort(new DOMException('late', 'TimeoutError'))
    expect(await outcomes[1]).toBe('TIMEOUT')
    expect(aborted).toBe(true)
  })

  it('do not wait with one that has much less time', async () => {
    const { calls, dispatch } = record()
    const joined = withJoining(dispatch, { mostEntities: 100 })
    const left = [5_000, 4_950, 800]
    const { signal } = new AbortController()
    await Promise.all(
      left.map((milliseconds) =>
        joined(callFor([String(milliseconds)], { deadline: { signal, remaining: () => milliseconds } })),
      ),
    )
    expect(calls.map((call) => [entitiesIn(call), call.deadline.remaining()])).toEqual([
      [[person('5000'), person('4950')], 4_950],
      [[person('800')], 800],
    ])
  })
})

describe('whatever else is on the way', () => {
  const id = fc
    .tuple(fc.constantFrom('p', 'p', 'p', 'wrong', 'misshapen', 'poison', 'refused'), fc.nat(50))
    .map(([kind, number]) => `${kind} ${number}`)
  const request = fc.record({
    ids: fc.array(id, { minLength: 1, maxLength: 4 }),
    turn: fc.nat(3),
    subject: fc.constantFrom('one', 'other'),
    query: fc.constantFrom(text, `${text} `),
    leavesBefore: fc.boolean(),
  })

  it('a request is answered as it is alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
        const { dispatch } = record(async (call) => {
          await new Promise((resolve) => setImmediate(resolve))
          return answerFor(call)
        })
        const joined = withJoining(dispatch, { mostEntities: 5 })
        const made = requests.map(({ ids, subject, query, leavesBefore }) => {
          const controller = new AbortController()
          if (leavesBefore) controller.abort()
          const asker = { subject, purpose: 'none', scopes: [] }
          const deadline = { signal: controller.signal, remaining: () => 1_000 }
          return callFor(ids, { asker, query, deadline })
        })
        const outcomes = await Promise.all(
          made.map(async (call, index) => {
            for (let turn = 0; turn < (requests[index]?.turn ?? 0); turn += 1)
              await new Promise((resolve) => setImmediate(resolve))
            return outcomeOf(joined(call))
          }),
        )
        const alone = await Promise.all(made.map((call) => outcomeOf(record().dispatch(call))))
        expect(outcomes).toEqual(alone)
      }),
      { numRuns: 300 },
    )
  })
})
