import { describe, expect, it } from '@jest/globals'
import { renderDisclosure } from '../../../../../gateway/disclose/ledger/renderDisclosure.ts'
import { makeDisclosure } from '../../../../support/makeDisclosure.ts'

const { applicants: _applicants, ...made } = makeDisclosure()
const found = { ...made, at: '2026-07-01T03:00:00.000Z' }

describe('a disclosure on a terminal', () => {
  it('says when, who, for what, what and from whom', () => {
    expect(renderDisclosure(found)).toBe(`2026-07-01T03:00:00.000Z
  who             LTSA_OFFICER, client ntt-desk, subject officer-7, office LTSA-53
  purpose         service-delivery
  operation       ApplicantPapers
  classes         GENERAL, SPECIFIC
  agencies        identity LIVE, passport STALE
  correlation id  0198c0de-0000-7000-8000-000000000001
`)
  })

  it('leaves out an office that there is not', () => {
    expect(renderDisclosure({ ...found, principal: { ...found.principal, office: undefined } })).not.toContain(
      ', office',
    )
  })

  it('does not let a field speak to the terminal or end its line', () => {
    const operation = 'a\n\u001b[2J\u009b2J\u202e"b'
    const text = renderDisclosure({ ...found, operation })
    expect(text).toContain(String.raw`operation       "a\n\u001b[2J\u009b2J\u202e\"b"`)
    expect(text.split('\n')).toHaveLength(8)
  })
})
