import { describe, expect, test } from '@jest/globals'
import { judgeMaritalLetter } from '../../../../../subgraphs/placement/rules/judgeMaritalLetter.ts'
import { makeFacts } from '../support/makeFacts.ts'

describe('the marital letter', () => {
  test.each(['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED'] as const)('can be had by someone %s', (maritalStatus) => {
    expect(judgeMaritalLetter(makeFacts({ maritalStatus }))).toEqual({ outcome: 'MET' })
  })

  test('cannot be had for a marriage that is not registered', () => {
    expect(judgeMaritalLetter(makeFacts({ maritalStatus: 'MARRIED_UNREGISTERED' }))).toEqual({
      outcome: 'NOT_MET',
      reason: 'MARRIAGE_NOT_REGISTERED',
    })
  })
})
