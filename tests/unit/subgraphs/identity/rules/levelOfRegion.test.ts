import { expect, test } from '@jest/globals'
import { levelOfRegion } from '../../../../../subgraphs/identity/rules/levelOfRegion.ts'

test.each([
  ['53', 'PROVINCE'],
  ['53.18', 'REGENCY'],
  ['53.69', 'REGENCY'],
  ['53.71', 'CITY'],
  ['53.18.07', 'DISTRICT'],
  ['53.71.04', 'DISTRICT'],
  ['53.18.07.2001', 'VILLAGE'],
])('%s is a %s', (code, level) => {
  expect(levelOfRegion(code)).toBe(level)
})
