import { expect, test } from '@jest/globals'
import { createRandom } from '../../../../../subgraphs/kit/population/createRandom.ts'
import { drawFrom } from '../../../../../subgraphs/kit/population/drawFrom.ts'

test('each item comes as often as the others', () => {
  const random = createRandom('drawFrom')
  const drawn = Array.from({ length: 3000 }, () => drawFrom(random, ['a', 'b', 'c']))
  for (const item of ['a', 'b', 'c']) expect(drawn.filter((one) => one === item).length).toBeGreaterThan(900)
})

test('nothing can be drawn from nothing', () => {
  expect(() => drawFrom(createRandom('drawFrom'), [])).toThrow('nothing to draw from')
})
