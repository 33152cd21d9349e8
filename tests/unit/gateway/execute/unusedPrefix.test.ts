import { describe, expect, it } from '@jest/globals'
import { unusedPrefix } from '../../../../gateway/execute/unusedPrefix.ts'

describe('a prefix that is not used', () => {
  it.each<[readonly string[], string]>([
    [[], 'own'],
    [['name', 'o'], 'own'],
    [['owner'], 'own_'],
    [['own', 'own_', 'own_1'], 'own__'],
  ])('beside %j is %s', (names, expected) => {
    expect(unusedPrefix('own', names)).toBe(expected)
  })
})
