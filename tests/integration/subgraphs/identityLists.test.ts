import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { identity } from '../../../subgraphs/identity/index.ts'
import { createPopulation } from '../../../subgraphs/kit/population/createPopulation.ts'
import { openTransaction } from '../../support/openTransaction.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

const day = '2026-11-24'
const people = createPopulation({ size: 400, day })
let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(identity, { applicants: 400, day })
}, 60_000)
afterAll(() => agency.stop())

interface Page {
  readonly applicants: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly nik: string } }[]
    readonly nextUpdatedSince: string | null
    readonly pageInfo: {
      readonly hasNextPage: boolean
      readonly hasPreviousPage: boolean
      readonly endCursor: string | null
    }
  }
}

interface PageVariables {
  readonly filter?: { readonly regionCode?: string; readonly updatedSince?: string }
  readonly first?: number
  readonly after?: string | null
}

const list = `query ($filter: ApplicantFilter, $first: Int! = 20, $after: String) {
  applicants(filter: $filter, first: $first, after: $after) {
    edges { cursor node { nik } }
    pageInfo { hasNextPage hasPreviousPage endCursor } nextUpdatedSince
  }
}`

async function pageOf(variables: PageVariables): Promise<Page['applicants']> {
  const { data, errors } = await agency.ask<Page>({ query: list, variables: { ...variables } })
  expect(errors).toBeUndefined()
  if (!data) throw new Error('There is no page.')
  return data.applicants
}

/** Walks a list to its end; `meanwhile` runs before each page. */
async function walk(variables: PageVariables, meanwhile = async (): Promise<void> => {}): Promise<readonly string[]> {
  const niks: string[] = []
  let after: string | null = null
  for (;;) {
    await meanwhile()
    const page: Page['applicants'] = await pageOf({ ...variables, after })
    niks.push(...page.edges.map(({ node }) => node.nik))
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
    if (!page.pageInfo.hasNextPage) return niks
    after = page.pageInfo.endCursor
  }
}

async function codesOf(query: string, variables: Record<string, unknown> = {}): Promise<readonly unknown[]> {
  const { errors } = await agency.ask({ query, variables })
  return (errors ?? []).map(({ extensions }) => extensions?.['code'])
}

describe('the list of applicants', () => {
  test('has everybody once, in pages of any size', async () => {
    const everybody = people.map(({ nik }) => nik)
    expect(await walk({ first: 100 })).toEqual(everybody)
    expect(await walk({ first: 37 })).toEqual(everybody)
  })

  test('makes one statement a table for a page of a hundred, whatever is asked of the people on it', async () => {
    const query = `{ applicants(first: 100) { edges { node {
      fullName age nikCheck { outcome registeredIn { name } } domicile { name parent { name } }
    } } } }`
    agency.takeStatements()
    const { data, errors } = await agency.ask<Page>({ query })
    expect(errors).toBeUndefined()
    expect(data?.applicants.edges).toHaveLength(100)
    // From when on to ask next, people, and regions.
    expect(agency.takeStatements()).toHaveLength(3)
  })

  test.each(['53', '53.18', '53.02.04', '53.02.04.2004'])('holds those who live in %s, at that depth', async (code) => {
    const expected = people.filter(({ domicileCode }) => `${domicileCode}.`.startsWith(`${code}.`))
    expect(expected.length).toBeGreaterThan(20)
    expect(await walk({ filter: { regionCode: code }, first: 50 })).toEqual(expected.map(({ nik }) => nik))
  })

  test('is empty for a region where nobody lives, and for a retired one', async () => {
    for (const regionCode of ['35', '53.04.08']) {
      expect(await pageOf({ filter: { regionCode } })).toMatchObject({
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
      })
    }
  })

  test('refuses a region that there never was', async () => {
    const { errors } = await agency.ask({ query: list, variables: { filter: { regionCode: '53.99' } } })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REGION_UNKNOWN', argument: 'regionCode' })
    expect(await codesOf(list, { filter: { regionCode: '53.1' } })).toEqual(['BAD_USER_INPUT'])
  })

  test.each([101, -1])('refuses a page of %d', async (first) => {
    expect(await codesOf(list, { first })).toEqual(['PAGE_SIZE_OUT_OF_RANGE'])
  })

  test('refuses a cursor that it did not make, or made for another filter', async () => {
    const { pageInfo } = await pageOf({ filter: { regionCode: '53.18' }, first: 1 })
    const cursor = pageInfo.endCursor ?? ''
    expect(await codesOf(list, { filter: { regionCode: '53.18' }, after: cursor })).toEqual([])
    expect(await codesOf(list, { filter: { regionCode: '53.11' }, after: cursor })).toEqual(['CURSOR_INVALID'])
    expect(await codesOf(list, { after: cursor })).toEqual(['CURSOR_INVALID'])
    for (const forged of [
      '',
      'MQ',
      `${cursor.slice(0, -1)}A`,
      'x'.repeat(300),
      Buffer.from('id:5').toString('base64'),
    ]) {
      expect(await codesOf(list, { after: forged })).toEqual(['CURSOR_INVALID'])
    }
  })
})

// These write, so they come last.
describe('the list of applicants while rows change', () => {
  test('holds who was changed by any program since an instant, in the same order', async () => {
    const rows = await runStatement(agency.databaseUrl, 'SELECT clock_timestamp()::text AS now')
    const since = new Date(String((rows[0] as { readonly now: unknown }).now)).toISOString()
    const later = new Date(Date.parse(since) + 3_600_000).toISOString()
    await runStatement(agency.databaseUrl, "UPDATE person SET updated_at = '1999-01-01' WHERE id % 20 = 3")
    const changed = people.filter(({ index }) => (index + 1) % 20 === 3)
    const inSumba = changed.filter(({ domicileCode }) => domicileCode.startsWith('53.18.'))
    expect(inSumba.length).toBeGreaterThan(0)

    const walkSince = (filter: PageVariables['filter']): Promise<readonly string[]> =>
      walk({ filter: { ...filter }, first: 2 })
    expect(await walkSince({ updatedSince: since })).toEqual(changed.map(({ nik }) => nik))
    expect(await walkSince({ updatedSince: since, regionCode: '53' })).toEqual(changed.map(({ nik }) => nik))
    expect(await walkSince({ updatedSince: since, regionCode: '53.18' })).toEqual(inSumba.map(({ nik }) => nik))
    expect(await walkSince({ updatedSince: later })).toEqual([])
    expect(await walk({ filter: { updatedSince: '1970-01-01T00:00:00Z' }, first: 100 })).toHaveLength(people.length)
  })

  test('loses and repeats nobody who was there from the start', async () => {
    const before = people.map(({ nik }) => nik)
    let turn = 0
    const walked = await walk({ first: 20 }, async () => {
      turn += 1
      // Some move to another region, and somebody is registered anew, between any two pages.
      await runStatement(
        agency.databaseUrl,
        `UPDATE person SET domicile_code = '53.07.05.1006' WHERE id % 7 = ${turn % 7};
        INSERT INTO person (nik, full_name, birth_date, birth_place, sex, marital_status, resident_status, domicile_code,
          family_card_number)
        VALUES ('53070522039590${50 + turn}', 'Baru', '1995-03-22', 'Maumere', 'MALE', 'SINGLE', 'ACTIVE',
          '53.07.05.1006', '5307053011189005')`,
      )
    })
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked.slice(0, before.length)).toEqual(before)
    expect(walked.length).toBeGreaterThan(before.length)
  })

  test('shows what was written before a look and committed after it to who asks from its nextUpdatedSince on', async () => {
    const insert = (nik: string): string => `INSERT INTO person (nik, full_name, birth_date, birth_place, sex,
        marital_status, resident_status, domicile_code, family_card_number)
      VALUES ('${nik}', 'Lambat', '1995-03-22', 'Maumere', 'MALE', 'SINGLE', 'ACTIVE', '53.07.06.2001',
        '5307053011189005')`
    const [somebody = ''] = people.map(({ nik }) => nik)
    const slow = await openTransaction(agency.databaseUrl)
    await slow.run(`UPDATE person SET birth_place = 'Ende' WHERE nik = '${somebody}'`)
    await slow.run(insert('5307052203959191'))
    await runStatement(agency.databaseUrl, insert('5307052203959192'))
    const { nextUpdatedSince, pageInfo } = await pageOf({ first: 1 })
    await slow.commit()
    expect((await pageOf({ first: 1, after: pageInfo.endCursor })).nextUpdatedSince).toBeNull()
    const found = await walk({ filter: { updatedSince: nextUpdatedSince ?? '' }, first: 100 })
    expect(found).toEqual(expect.arrayContaining([somebody, '5307052203959191', '5307052203959192']))
  })

  test('stands on an id that no program can change', async () => {
    const update = runStatement(agency.databaseUrl, 'UPDATE person SET id = DEFAULT WHERE id = 1')
    await expect(update).rejects.toThrow('keeps the id')
  })
})
