import { describe, expect, it } from '@jest/globals'
import { createFairnessNames } from '../../../../../gateway/access/fairness/createFairnessNames.ts'

const nik = '5318075205999001'
const day = '2026-10-03'
const names = createFairnessNames('a secret')

describe('the names of clients and applicants', () => {
  it('are the same at every gateway with the secret, and others under another', () => {
    const [same, other] = [createFairnessNames('a secret'), createFairnessNames('another secret')]
    expect(same.client('a')).toBe(names.client('a'))
    expect(same.applicant('a', day, nik)).toBe(names.applicant('a', day, nik))
    expect(other.client('a')).not.toBe(names.client('a'))
    expect(other.applicant('a', day, nik)).not.toBe(names.applicant('a', day, nik))
  })

  it('connect no two clients and no two days', () => {
    const made = [
      names.applicant('a', day, nik),
      names.applicant('b', day, nik),
      names.applicant('a', '2026-10-04', nik),
      names.applicant('a2', '026-10-03', nik),
    ]
    expect(new Set(made).size).toBe(made.length)
  })

  it('have one length, whatever the client calls itself', () => {
    for (const client of ['', '__proto__', 'constructor', '}{', 'x'.repeat(10_000)]) {
      expect(names.client(client)).toMatch(/^[\w-]{22}$/)
      expect(names.applicant(client, day, nik)).toMatch(/^[\w-]{11}$/)
    }
  })
})
