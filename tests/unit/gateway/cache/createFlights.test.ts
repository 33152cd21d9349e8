import { describe, expect, it } from '@jest/globals'
import type { Flight } from '../../../../gateway/cache/createFlights.ts'
import { createFlights } from '../../../../gateway/cache/createFlights.ts'

function open() {
  let now = 1_000
  const flights = createFlights(() => now)
  return {
    flights,
    /** Begins a call that is to give these entries, with what their counters stand at. */
    begin(...entries: readonly Parameters<Flight['carry']>[]): Flight {
      const flight = flights.begin()
      for (const entry of entries) flight.carry(...entry)
      return flight
    },
    pass(milliseconds: number) {
      now += milliseconds
    },
  }
}

const landing = { text: '1', gaps: [], asOf: 1, onlyFor: undefined }

describe('a call under way', () => {
  it('is joined by those who ask the same, and hands each of them what it got of it', async () => {
    const { begin, flights } = open()
    const flight = begin(['a', [1, 2]], ['b', []])
    expect([0, 1].map(flight.isJoined)).toEqual([false, false])
    const joined = [1, 2].map(async () => flights.join('b', []))
    expect([0, 1].map(flight.isJoined)).toEqual([false, true])
    flight.land((index) => ({ ...landing, text: String(index) }))
    const late = flights.join('a', [1, 2])
    expect(await Promise.all([...joined, late])).toMatchObject([{ text: '1' }, { text: '1' }, { text: '0' }])
  })

  it('is not joined by those who ask something else, nor when it is over', () => {
    const { begin, flights } = open()
    const flight = begin(['a', []])
    expect(flights.join('b', [])).toBeUndefined()
    flight.end()
    expect(flights.join('a', [])).toBeUndefined()
  })

  it('is not joined by those who know of a change since it began', () => {
    const { begin, flights } = open()
    begin(['a', [1, 2]])
    expect(flights.join('a', [1, 3])).toBeUndefined()
    expect(flights.join('a', undefined)).toBeUndefined()
  })

  it('is joined blindly only for half a second, while nobody can tell of changes', () => {
    const { begin, flights, pass } = open()
    begin(['a', undefined])
    expect(flights.join('a', [1])).toBeUndefined()
    pass(499)
    expect(flights.join('a', undefined)).toBeDefined()
    pass(1)
    expect(flights.join('a', undefined)).toBeUndefined()
  })

  it('is not joined blindly by who asks after a change that this gateway heard of', async () => {
    const { begin, flights } = open()
    begin(['a', undefined])
    flights.noteChange()
    expect(flights.join('a', undefined)).toBeUndefined()
    const after = begin(['a', undefined])
    const joined = flights.join('a', undefined)
    after.land(() => landing)
    expect(await joined).toEqual(landing)
  })

  it('is joined after any change by those to whom the store shows that it is none of theirs', async () => {
    const { begin, flights } = open()
    const flight = begin(['a', [1]])
    flights.noteChange()
    const joined = flights.join('a', [1])
    flight.land(() => landing)
    expect(await joined).toEqual(landing)
  })

  it('makes way for a newer one entry by entry, and does not end it', async () => {
    const { begin, flights } = open()
    const first = begin(['a', [1]], ['b', [1]])
    begin(['a', [2]])
    const joined = flights.join('b', [1])
    first.land((index) => ({ ...landing, text: String(index) }))
    expect(await joined).toMatchObject({ text: '1' })
    first.end()
    expect(flights.join('a', [2])).toBeDefined()
    expect(flights.join('b', [1])).toBeUndefined()
  })
})
