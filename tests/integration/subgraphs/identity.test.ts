import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { identity } from '../../../subgraphs/identity/index.ts'
import { createPopulation } from '../../../subgraphs/kit/population/createPopulation.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 400, day })
let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(identity, { applicants: 400, day })
}, 60_000)
afterAll(() => agency.stop())

const applicant = `query ($nik: NIK!) { applicant(nik: $nik) {
  nik fullName birthDate birthPlace sex maritalStatus residentStatus familyCardNumber age
  domicile { code name level parent { name } }
  nikCheck { outcome signals registeredIn { code name isRetired parent { name } successors { code name } } }
} }`

const entities = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Applicant { nik fullName birthDate sex residentStatus familyCardNumber age domicile { code } nikCheck { outcome } }
  ... on Region { code name level isRetired }
} }`

async function codesOf(query: string, variables: Record<string, unknown> = {}): Promise<readonly unknown[]> {
  const { errors } = await agency.ask({ query, variables })
  return (errors ?? []).map(({ extensions }) => extensions?.['code'])
}

describe('one applicant', () => {
  test('is answered with the record, the home and the check of the NIK', async () => {
    const { data } = await agency.ask({ query: applicant, variables: { nik: '5304085708909003' } })
    expect(data).toEqual({
      applicant: {
        nik: '5304085708909003',
        fullName: 'Yuliana Seran Nahak',
        birthDate: '1990-08-17',
        birthPlace: 'Betun',
        sex: 'FEMALE',
        maritalStatus: 'MARRIED',
        residentStatus: 'ACTIVE',
        familyCardNumber: '5321010905149003',
        age: 36,
        domicile: { code: '53.21.01.2001', name: 'Barene', level: 'VILLAGE', parent: { name: 'Malaka Tengah' } },
        nikCheck: {
          outcome: 'VALID_RETIRED_REGION',
          signals: [],
          registeredIn: {
            code: '53.04.08',
            name: null,
            isRetired: true,
            parent: { name: 'Kabupaten Belu' },
            successors: [{ code: '53.21', name: 'Kabupaten Malaka' }],
          },
        },
      },
    })
  })

  test('has the age of the day asked for, and none before birth', async () => {
    const query = `{ applicant(nik: "5371045511079004") {
      today: age  eve: age(on: "2028-11-14")  birthday: age(on: "2028-11-15")  before: age(on: "2007-11-14")
    } }`
    const { data } = await agency.ask({ query })
    expect(data).toEqual({ applicant: { today: 19, eve: 20, birthday: 21, before: null } })
  })

  test('whose birth date was corrected shows a signal beside a valid NIK', async () => {
    // The year inside the NIK, since a woman's day is not written as it is.
    const corrected = people.find(({ nik, birthDate }) => nik.slice(10, 12) !== birthDate.slice(2, 4))
    const { data } = await agency.ask({
      query: 'query ($nik: NIK!) { applicant(nik: $nik) { birthDate nikCheck { signals registeredIn { level } } } }',
      variables: { nik: corrected?.nik },
    })
    expect(data).toEqual({
      applicant: {
        birthDate: corrected?.birthDate,
        nikCheck: { signals: ['BIRTH_DATE_DIFFERS'], registeredIn: { level: 'DISTRICT' } },
      },
    })
  })

  test('is null when the registry does not know the NIK', async () => {
    expect(await agency.ask({ query: applicant, variables: { nik: '5399014101909999' } })).toEqual({
      status: 200,
      data: { applicant: null },
    })
  })

  test('with a malformed NIK is refused without a statement', async () => {
    agency.takeStatements()
    expect(await codesOf(applicant, { nik: '5318077205999001' })).toEqual(['NIK_MALFORMED'])
    expect(agency.takeStatements()).toEqual([])
  })
})

describe('references of the gateway', () => {
  test('to a NIK that the registry does not know say so, so that readiness can', async () => {
    const nik = '5399014101909999'
    const { data, errors } = await agency.ask({
      query: entities,
      variables: { representations: [{ __typename: 'Applicant', nik }] },
    })
    const nothing = { fullName: null, birthDate: null, sex: null, familyCardNumber: null, age: null }
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      _entities: [{ nik, residentStatus: 'UNKNOWN', ...nothing, domicile: null, nikCheck: null }],
    })
  })

  test('to a hundred people make one statement a table, and are answered in their order', async () => {
    const niks = people.slice(0, 100).map(({ nik }) => nik)
    agency.takeStatements()
    const { data } = await agency.ask<{ readonly _entities: readonly { readonly nik: string }[] }>({
      query: entities,
      variables: { representations: niks.map((nik) => ({ __typename: 'Applicant', nik })) },
    })
    expect(data?._entities.map(({ nik }) => nik)).toEqual(niks)
    expect(agency.takeStatements()).toHaveLength(2)
  })

  test('to regions make one statement with all that holds them; one that there never was is null', async () => {
    const codes = ['53.18', '53.71', '53.04.08', '53.99']
    agency.takeStatements()
    const { data } = await agency.ask({
      query: entities,
      variables: { representations: codes.map((code) => ({ __typename: 'Region', code })) },
    })
    expect(data).toEqual({
      _entities: [
        { code: '53.18', name: 'Kabupaten Sumba Barat Daya', level: 'REGENCY', isRetired: false },
        { code: '53.71', name: 'Kota Kupang', level: 'CITY', isRetired: false },
        { code: '53.04.08', name: null, level: 'DISTRICT', isRetired: true },
        null,
      ],
    })
    expect(agency.takeStatements()).toHaveLength(1)
  })
})

describe('regions', () => {
  const inside = 'query ($parentCode: RegionCode) { regions(parentCode: $parentCode) { code } }'
  const codesInside = async (parentCode: string | null): Promise<readonly string[]> => {
    interface Regions {
      readonly regions: readonly { readonly code: string }[]
    }
    const { data } = await agency.ask<Regions>({ query: inside, variables: { parentCode } })
    return (data?.regions ?? []).map(({ code }) => code)
  }

  test('are the provinces, or what lies directly inside one that is in force, by code', async () => {
    expect(await codesInside(null)).toHaveLength(38)
    const regencies = await codesInside('53')
    expect(regencies).toHaveLength(22)
    expect(regencies).toEqual(regencies.toSorted())
    expect(await codesInside('53.04')).toHaveLength(12)
    expect(await codesInside('53.18.07')).toHaveLength(19)
    expect(await codesInside('35.02')).toHaveLength(21)
    expect(await codesInside('53.18.07.2001')).toEqual([])
  })

  test('inside a code that nobody has are an error that names the argument', async () => {
    const { data, errors } = await agency.ask({ query: inside, variables: { parentCode: '53.99' } })
    expect(data).toEqual({ regions: null })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REGION_UNKNOWN', argument: 'parentCode' })
  })

  test('are found by code, retired ones too, or are null', async () => {
    const query = `{
      retired: region(code: "53.12.05") { isRetired successors { code } parent { code } }
      province: region(code: "53") { name parent { code } successors { code } }
      unknown: region(code: "99") { code }
    }`
    expect((await agency.ask({ query })).data).toEqual({
      retired: { isRetired: true, successors: [{ code: '53.17' }, { code: '53.18' }], parent: { code: '53.12' } },
      province: { name: 'Nusa Tenggara Timur', parent: null, successors: [] },
      unknown: null,
    })
  })
})
