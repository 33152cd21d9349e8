import { describe, expect, it } from '@jest/globals'
import { createFlights } from '../../../../gateway/cache/createFlights.ts'

function open() {
  let now = 1_000
  const flights = createFlights(() => now)
  return {
    flights,
    pass(milliseconds: number) {
      now += milliseconds
    },
  }
}

const landing = { text: '1', gaps: [], asOf: 1, onlyFor: undefined }

describe('a call under way', () => {
  it('is joined by those who ask the same, and hands all of them what it got', async () => {
    const { flights } = open()
    const flight = flights.begin('a', [1, 2])
    expect(flight.isJoined()).toBe(false)
    const joined = [1, 2].map(async () => flights.join('a', [1, 2]))
    expect(flight.isJoined()).toBe(true)
    flight.land(landing)
    expect(await Promise.all(joined)).toEqual([landing, landing])
  })

  it('is not joined by those who ask something else, nor when it is over', () => {
    const { flights } = open()
    const flight = flights.begin('a', [])
    expect(flights.join('b', [])).toBeUndefined()
    flight.end()
    expect(flights.join('a', [])).toBeUndefined()
  })

  it('is not joined by those who know of a change since it began', () => {
    const { flights } = open()
    flights.begin('a', [1, 2])
    expect(flights.join('a', [1, 3])).toBeUndefined()
    expect(flights.join('a', undefined)).toBeUndefined()
  })

  it('is joined blindly only for half a second, while nobody can tell of changes', () => {
    const { flights, pass } = open()
    flights.begin('a', undefined)
    expect(flights.join('a', [1])).toBeUndefined()
    pass(499)
    expect(flights.join('a', undefined)).toBeDefined()
    pass(1)
    expect(flights.join('a', undefined)).toBeUndefined()
  })

  it('is not joined blindly by who asks after a change that this gateway heard of', async () => {
    const { flights } = open()
    flights.begin('a', undefined)
    flights.noteChange()
    expect(flights.join('a', undefined)).toBeUndefined()
    const after = flights.begin('a', undefined)
    const joined = flights.join('a', undefined)
    after.land(landing)
    expect(await joined).toEqual(landing)
  })

  it('is joined after any change by those to whom the store shows that it is none of theirs', async () => {
    const { flights } = open()
    const flight = flights.begin('a', [1])
    flights.noteChange()
    const joined = flights.join('a', [1])
    flight.land(landing)
    expect(await joined).toEqual(landing)
  })

  it('makes way for a newer one, and does not end it', () => {
    const { flights } = open()
    const first = flights.begin('a', [1])
    flights.begin('a', [2])
    first.end()
    expect(flights.join('a', [2])).toBeDefined()
  })
})
