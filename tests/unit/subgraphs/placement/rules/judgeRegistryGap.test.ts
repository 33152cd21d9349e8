import { describe, expect, test } from '@jest/globals'
import { judgeAge } from '../../../../../subgraphs/placement/rules/judgeAge.ts'
import { judgeMaritalLetter } from '../../../../../subgraphs/placement/rules/judgeMaritalLetter.ts'
import { makeFacts } from '../support/makeFacts.ts'
import { makeRule } from '../support/makeRule.ts'

describe('a value that the registry did not give', () => {
  const rule = makeRule({ kind: 'AGE', minimumAge: 21 })
  const nothing = { birthDate: null, maritalStatus: null }

  test('is missing when the registry answered that it does not know the NIK', () => {
    const facts = makeFacts({ ...nothing, residentStatus: 'UNKNOWN' })
    expect(judgeAge(facts, rule)).toEqual({ outcome: 'MISSING', reason: 'NIK_UNKNOWN' })
    expect(judgeMaritalLetter(facts)).toEqual({ outcome: 'MISSING', reason: 'NIK_UNKNOWN' })
  })

  test.each([null, 'ACTIVE', 'DECEASED'] as const)('cannot be judged with the status %s', (residentStatus) => {
    const facts = makeFacts({ ...nothing, residentStatus })
    expect(judgeAge(facts, rule)).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
    expect(judgeMaritalLetter(facts)).toEqual({ outcome: 'SOURCE_UNAVAILABLE' })
  })
})
