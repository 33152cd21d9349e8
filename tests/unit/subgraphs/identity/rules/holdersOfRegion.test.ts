import { expect, it } from '@jest/globals'
import { holdersOfRegion } from '../../../../../subgraphs/identity/rules/holdersOfRegion.ts'

it.each([
  ['53', []],
  ['53.18', ['53']],
  ['53.18.07', ['53', '53.18']],
  ['53.18.07.2001', ['53', '53.18', '53.18.07']],
])('the region %s is held by %j', (code, holders) => {
  expect(holdersOfRegion(code)).toEqual(holders)
})
