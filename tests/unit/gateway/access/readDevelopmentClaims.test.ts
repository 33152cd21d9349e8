import { describe, expect, it } from '@jest/globals'
import { developmentUsers } from '../../../../gateway/access/developmentUsers.ts'
import { readDevelopmentClaims } from '../../../../gateway/access/readDevelopmentClaims.ts'

const read = (search: string): unknown => readDevelopmentClaims(new URLSearchParams(search))

describe('the claims of a development token', () => {
  it('are those of the user that is named', () => {
    for (const [as, claims] of Object.entries(developmentUsers)) expect(read(`as=${as}`)).toEqual(claims)
  })

  it.each([
    ['as=worker&nik=5306030301019002', { ...developmentUsers.worker, nik: '5306030301019002' }],
    [
      'as=agency-officer&office=IMMIGRATION-3171&area=31.71,31.72',
      { ...developmentUsers['agency-officer'], office: 'IMMIGRATION-3171', area: ['31.71', '31.72'] },
    ],
    ['as=bp2mi&scope=readiness&sub=another', { ...developmentUsers.bp2mi, scope: 'readiness', sub: 'another' }],
    ['as=frontend&client_id=another', { ...developmentUsers.frontend, client_id: 'another' }],
  ])('are those that are given in place of its own: %s', (search, claims) => {
    expect(read(search)).toEqual(claims)
  })

  it.each([
    ['what is no NIK', 'as=worker&nik=123'],
    ['a NIK for who is no worker', 'as=bp2mi&nik=5306030301019002'],
    ['what is no region', 'as=ltsa-officer&area=Kupang'],
    ['another kind', 'as=worker&kind=BP2MI'],
    ['a claim of the issuer', 'as=worker&exp=9999999999'],
    ['a claim that there is not', 'as=worker&__proto__=a'],
    ['no name', 'as=worker&sub='],
  ])('are none with %s', (_what, search) => {
    expect(read(search)).toBeUndefined()
  })
})
