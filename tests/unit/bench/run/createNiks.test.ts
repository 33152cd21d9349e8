import { describe, expect, it } from '@jest/globals'
import { nikOf } from '../../../../bench/data/nikOf.ts'
import { numberOfNik } from '../../../../bench/data/numberOfNik.ts'
import { createNiks } from '../../../../bench/run/createNiks.ts'
import { shapes } from '../../../../bench/workloads/shapes.ts'

const times = (count: number, next: () => string): readonly string[] => Array.from({ length: count }, next)

describe('the persons of a benchmark', () => {
  it('are new with every request, whoever asks, and with every person of a page', () => {
    const niks = createNiks()
    const one = niks.sequence(shapes.one, 'new')
    const list = niks.sequence(shapes.list50, 'new')
    const asked = Array.from({ length: 20 }, () => [
      numberOfNik(one()),
      ...Array.from(
        { length: 50 },
        (
          (first) => (_person: unknown, index: number) =>
            first + index + 1
        )(numberOfNik(list())),
      ),
    ]).flat()
    expect(new Set(asked).size).toBe(asked.length)
    const known = new Set(niks.known(shapes.one))
    expect(asked.some((number) => known.has(nikOf(number)))).toBe(false)
  })

  it('are the same in turn where they are to be known', () => {
    const niks = createNiks()
    expect(times(8, niks.sequence(shapes.list50, 'known'))).toEqual([
      ...niks.known(shapes.list50),
      ...niks.known(shapes.list50),
    ])
    expect(niks.known(shapes.one)).toHaveLength(200)
    expect(niks.known(shapes.list500)).toEqual([nikOf(0)])
  })
})
