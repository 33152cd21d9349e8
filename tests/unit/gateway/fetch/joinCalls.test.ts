import { describe, expect, it } from '@jest/globals'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../../../gateway/agency/AgencyCall.ts'
import { joinCalls } from '../../../../gateway/fetch/joinCalls.ts'
import type { JoinedCall } from '../../../../gateway/fetch/joinCalls.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { askForPeople } from './support/askForPeople.ts'
import { lookUpPerson } from './support/lookUpPerson.ts'

const deadline = createDeadline({ milliseconds: 1_000 })
const join = (calls: readonly AgencyCall[]): JoinedCall => joinCalls(calls, deadline)

/** An answer to two calls, for one person and for two. */
const answerWith = (names: readonly unknown[], errors: AgencyAnswer['errors'] = []): AgencyAnswer => ({
  data: { _entities: names },
  errors,
})
const two = [askForPeople(['a']), askForPeople(['b', 'c'])]
const refused: AgencyAnswer = { data: null, errors: [{ message: 'refused' }] }

describe('a joined call', () => {
  it('is the first but for text, variables, deadline and what fits', () => {
    const { call } = join(two)
    const { fits, ...rest } = call
    const { fits: _fits, ...first } = askForPeople(['a', 'b', 'c'])
    expect(rest).toEqual({ ...first, deadline })
    expect(call.deadline).toBe(deadline)
    expect(fits).toBeDefined()
  })

  it('is of entities or of lookups by a root field', () => {
    const { call } = join([lookUpPerson('a'), lookUpPerson('b')])
    expect([call.query, call.variables]).toEqual([
      `2 times ${lookUpPerson('a').query}`,
      { alias0_id: 'a', alias1_id: 'b' },
    ])
  })

  it('is not made of nothing', () => {
    expect(() => join([])).toThrow('There is nothing to join.')
  })
})

describe('an answer to it', () => {
  it.each([
    ['everybody', answerWith(['a', 'b', 'c']), true],
    ['one of them', answerWith(['misshapen', 'b', 'c']), true],
    ['another of them', answerWith(['a', 'misshapen', 'c']), true],
    ['nobody', answerWith(['misshapen', 'b', 'misshapen']), false],
    ['nobody, since one is missing', answerWith(['a', 'b']), false],
    ['nobody, since there is one too many', answerWith(['a', 'b', 'c', 'd']), false],
    ['nobody, since it is of something else', { data: { people: [] }, errors: [] }, false],
    ['nobody, and says why', refused, true],
  ])('that fits %s', (_whom, answer, fits) => {
    expect(join(two).call.fits?.(answer)).toBe(fits)
  })

  it('fits each who does not ask what fits', () => {
    const calls = two.map(({ fits: _fits, ...call }) => call)
    expect(join(calls).partsOf(answerWith(['misshapen', 'b', 'misshapen']))).toEqual([
      answerWith(['misshapen']),
      answerWith(['b', 'misshapen']),
    ])
  })

  it('says to each what is theirs: entities, errors at them, and errors that are at nothing', () => {
    const placeless = [{ message: 'placeless' }, { message: 'everywhere', path: ['_entities'] }]
    const errors = [
      { message: 'of c', path: ['_entities', 2, 'name'] },
      ...placeless,
      { message: 'of a', path: ['_entities', 0] },
      { message: 'of b', path: ['_entities', 1] },
    ]
    expect(join(two).partsOf(answerWith([null, 'b', 'c'], errors))).toEqual([
      answerWith([null], [...placeless, { message: 'of a', path: ['_entities', 0] }]),
      answerWith(
        ['b', 'c'],
        [
          { message: 'of c', path: ['_entities', 1, 'name'] },
          ...placeless,
          { message: 'of b', path: ['_entities', 0] },
        ],
      ),
    ])
  })

  it('says to each how long it may be kept', () => {
    const policy = { maxAge: 60, staleIfError: 5 }
    const parts = join(two).partsOf({ ...answerWith(['a', 'b', 'c']), policy })
    expect(parts.map((part) => part?.policy)).toEqual([policy, policy])
  })

  it('says nothing to those whom it does not fit', () => {
    expect(join(two).partsOf(answerWith(['misshapen', 'b', 'c']))).toEqual([undefined, answerWith(['b', 'c'])])
    expect(join(two).partsOf(answerWith(['a', 'b']))).toEqual([undefined, undefined])
    expect(join(two).partsOf(refused)).toEqual([undefined, undefined])
  })

  it('is fitted once, although that changes it, and again when it is another answer', () => {
    const seen: unknown[] = []
    function fits({ data }: AgencyAnswer): boolean {
      seen.push(data?.['_entities'])
      return true
    }
    const { call, partsOf } = join(two.map((one) => ({ ...one, fits })))
    const answer = answerWith(['a', 'b', 'c'])
    call.fits?.(answer)
    // The transport adds what it reads of the head to an answer that fits.
    const parts = partsOf({ ...answer, policy: { maxAge: 1, staleIfError: 0 } })
    expect(partsOf(answer)).toBe(parts)
    expect(seen).toEqual([['a'], ['b', 'c']])
    expect(parts[0]?.data?.['_entities']).toBe(seen[0])
    call.fits?.(answerWith(['d', 'e', 'f']))
    expect(seen).toEqual([['a'], ['b', 'c'], ['d'], ['e', 'f']])
  })
})
