import { describe, expect, test } from '@jest/globals'
import { createNikIssuer } from '../../../../../subgraphs/kit/population/createNikIssuer.ts'

const woman = { district: '53.18.07', birthDate: '1999-05-12', sex: 'FEMALE', serial: 9001 } as const

describe('a NIK issuer', () => {
  test('puts district, day, month, year and serial together, with 40 added to the day of a woman', () => {
    const issueNik = createNikIssuer([])
    expect(issueNik(woman)).toBe('5318075205999001')
    expect(issueNik({ district: '53.06.03', birthDate: '2001-01-03', sex: 'MALE', serial: 9002 })).toBe(
      '5306030301019002',
    )
  })

  test('never issues a NIK that is taken: it goes on to the next serial, and from the last to the first', () => {
    const issueNik = createNikIssuer(['5318075205999001'])
    expect(issueNik(woman)).toBe('5318075205999002')
    expect(issueNik({ ...woman, serial: 9999 })).toBe('5318075205999999')
    expect(issueNik({ ...woman, serial: 9999 })).toBe('5318075205999000')
  })

  test('gives out a thousand for one district, day and sex, and then no more', () => {
    const issueNik = createNikIssuer([])
    const issued = new Set(Array.from({ length: 1000 }, () => issueNik(woman)))
    expect(issued.size).toBe(1000)
    expect(() => issueNik(woman)).toThrow('no serial left')
    expect(issueNik({ ...woman, sex: 'MALE' })).toBe('5318071205999001')
  })
})
