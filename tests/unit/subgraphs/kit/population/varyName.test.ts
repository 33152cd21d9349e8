import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { varyName } from '../../../../../subgraphs/kit/population/varyName.ts'

test.each([
  ['Klau', 'Klau K.'],
  ['Orpa Nabuasa', 'OrpaNabuasa'],
  ['Maria Kaka Bili', 'Maria K. Bili'],
  ['Fransiskus Kanisius Moan Lering', 'Fransiskus K. MoanLering'],
])('%s becomes %s', (name, varied) => {
  expect(varyName(name)).toBe(varied)
})

test('a name is never left as it is', () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/)
  const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
  fc.assert(fc.property(name, (text) => varyName(text) !== text))
})
