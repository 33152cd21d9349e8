import { describe, expect, it } from '@jest/globals'
import {
  array,
  assert,
  constantFrom,
  dictionary,
  jsonValue,
  oneof,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check'
import { readPrincipal } from '../../../../gateway/access/readPrincipal.ts'
import { principalKinds } from '../../../../schema/access/principalKinds.ts'
import type { PrincipalKind } from '../../../../schema/access/principalKinds.ts'
import { scopes } from '../../../../schema/access/scopes.ts'

const nik = '5318075205999001'
const kinds = Object.keys(principalKinds) as PrincipalKind[]

/** Claims that a token of the kind has at least. */
function claimsOf(kind: PrincipalKind): Readonly<Record<string, unknown>> {
  const claims = { sub: 'a-person', client_id: 'a-client', kind }
  if (kind === 'WORKER') return { ...claims, nik }
  return kind.endsWith('_OFFICER') ? { ...claims, office: 'LTSA-53' } : claims
}

describe('the principal of claims', () => {
  it.each(kinds)('is a %s that may see nothing, where the token says no more', (kind) => {
    expect(readPrincipal(claimsOf(kind))).toMatchObject({ kind, client: 'a-client', subject: 'a-person', scopes: [] })
  })

  it('has the office, the area and the scopes that the token says', () => {
    const area = ['53', '53.71', '53.71.01', '53.71.01.1001']
    const claims = { ...claimsOf('LTSA_OFFICER'), area, scope: 'lists identity' }
    expect(readPrincipal(claims)).toEqual({
      kind: 'LTSA_OFFICER',
      client: 'a-client',
      subject: 'a-person',
      office: 'LTSA-53',
      area,
      nik: undefined,
      scopes: ['identity', 'lists'],
    })
  })

  it('has 64 areas at most', () => {
    const areas = Array.from({ length: 65 }, (_, index) => `53.${index + 10}`)
    expect(readPrincipal({ ...claimsOf('LTSA_OFFICER'), area: areas.slice(1) })?.area).toHaveLength(64)
    expect(readPrincipal({ ...claimsOf('LTSA_OFFICER'), area: areas })).toBeUndefined()
  })

  it.each(kinds)('has of all scopes those that a %s may have', (kind) => {
    const scope = Object.keys(scopes).toReversed().join(' ')
    expect(readPrincipal({ ...claimsOf(kind), scope })?.scopes).toEqual(principalKinds[kind].scopes)
  })

  it('has scopes that its kind may have and the token says, whatever the token says', () => {
    const word = oneof(constantFrom(...Object.keys(scopes), '__proto__', 'constructor', '*', 'READINESS'), string())
    assert(
      property(constantFrom(...kinds), array(word, { maxLength: 12 }), (kind, words) => {
        const scope = words.join(' ').slice(0, 1024)
        const found = readPrincipal({ ...claimsOf(kind), scope })?.scopes ?? []
        const said = new Set(scope.split(' '))
        expect(found).toEqual(principalKinds[kind].scopes.filter((one) => said.has(one)))
      }),
    )
  })

  it('has the same key of rights in whatever order and however often the token says its scopes', () => {
    const shuffled = uniqueArray(constantFrom(...Object.keys(scopes)), { minLength: 12, maxLength: 12 })
    const expected = readPrincipal({ ...claimsOf('BP2MI'), scope: Object.keys(scopes).join(' ') })
    assert(
      property(shuffled, (words) => {
        expect(readPrincipal({ ...claimsOf('BP2MI'), scope: [...words, ...words].join(' ') })).toEqual(expected)
      }),
    )
  })

  it('is never one of a kind, an office or a person that the claims do not hold, whatever they are', () => {
    const keys = constantFrom('sub', 'client_id', 'scope', 'kind', 'office', 'area', 'nik', '__proto__')
    const value = oneof(jsonValue(), constantFrom<unknown>(...kinds, nik, '', ['53'], 'a', {}, null))
    assert(
      property(dictionary(keys, value), (claims) => {
        // As a token holds them: `__proto__` is a claim like others there.
        const found = readPrincipal(JSON.parse(JSON.stringify(claims)))
        if (found === undefined) return
        expect(Object.keys(claims)).toEqual(expect.arrayContaining(['sub', 'client_id', 'kind']))
        expect(kinds).toContain(found.kind)
        expect(found.kind === 'WORKER').toBe(found.nik !== undefined)
        expect(found.office).toBe(claims['office'])
        expect(found.kind.endsWith('_OFFICER') && found.office === undefined).toBe(false)
      }),
    )
  })

  it('is refused where a claim has another type', () => {
    const broken = record({
      claim: constantFrom('sub', 'client_id', 'scope', 'kind', 'office', 'area', 'nik'),
      value: constantFrom<unknown>(null, true, 7, {}, [7], [['53']], [null]),
    })
    assert(
      property(constantFrom(...kinds), broken, (kind, { claim, value }) => {
        expect(readPrincipal({ ...claimsOf(kind), [claim]: value })).toBeUndefined()
      }),
    )
  })

  it.each(['__proto__', 'constructor', 'toString', 'frontend', ''])('is none of the kind %j', (kind) => {
    expect(readPrincipal({ sub: 'a-person', client_id: 'a-client', kind })).toBeUndefined()
  })

  it.each([undefined, null, 'claims', 7, [], [claimsOf('BP2MI')], {}])('is none of %j', (payload) => {
    expect(readPrincipal(payload)).toBeUndefined()
  })
})
