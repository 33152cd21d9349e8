import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { placement } from '../../../subgraphs/placement/index.ts'
import { openTransaction } from '../../support/openTransaction.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'
import { until } from '../../support/until.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(placement, { applicants: 400, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

interface Page {
  readonly placements: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
    readonly nextUpdatedSince: string | null
    readonly pageInfo: {
      readonly hasNextPage: boolean
      readonly hasPreviousPage: boolean
      readonly startCursor: string | null
      readonly endCursor: string | null
    }
  }
}

interface PageVariables {
  readonly filter?: Readonly<Record<string, string | null>> | null
  readonly first?: number
  readonly after?: string | null
}

const list = `query ($filter: PlacementFilter, $first: Int! = 20, $after: String) {
  placements(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nextUpdatedSince
  }
}`

async function pageOf(variables: PageVariables): Promise<Page['placements']> {
  const { data, errors } = await agency.ask<Page>({ query: list, variables: { ...variables } })
  expect(errors).toBeUndefined()
  if (!data) throw new Error('There is no page.')
  return data.placements
}

/** Walks a list to its end; `meanwhile` runs before each page. */
async function walk(variables: PageVariables, meanwhile = async (): Promise<void> => {}): Promise<readonly string[]> {
  const ids: string[] = []
  let after: string | null = null
  for (;;) {
    await meanwhile()
    const page: Page['placements'] = await pageOf({ ...variables, after })
    ids.push(...page.edges.map(({ node }) => node.id))
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
    if (!page.pageInfo.hasNextPage) return ids
    after = page.pageInfo.endCursor
  }
}

async function select(statement: string): Promise<readonly string[]> {
  const rows = await runStatement(agency.databaseUrl, statement)
  return rows.filter(hasId).map(({ id }) => id)
}

function hasId(row: unknown): row is { readonly id: string } {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string'
}

async function codesOf(variables: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> {
  const { errors } = await agency.ask({ query: list, variables })
  return (errors ?? []).map(({ extensions }) => extensions?.['code'])
}

describe('the list of placements', () => {
  test('has every placement once, in pages of any size', async () => {
    const all = await select('SELECT id FROM placement ORDER BY position')
    expect(all.length).toBeGreaterThan(250)
    expect(await walk({ first: 100 })).toEqual(all)
    expect(await walk({ first: 37 })).toEqual(all)
  })

  test('loses and repeats nobody while rows change and new ones come', async () => {
    const before = await select('SELECT id FROM placement ORDER BY position')
    const walked = await walk({ first: 30 }, async () => {
      await runStatement(
        agency.databaseUrl,
        `WITH changed AS (
          UPDATE placement SET job_title = job_title || '.' WHERE random() < 0.3
        ) INSERT INTO placement (nik, scheme, destination_country, job_title, job_group, employer_name, employer_country,
            employer_kind, stage)
          VALUES ('5318075205999001', 'INDEPENDENT', 'ZM', 'Waiter', 'HOSPITALITY', 'Example', 'ZM', 'LEGAL_ENTITY', 'INFORMED')`,
      )
    })
    const atFirst = new Set(before)
    expect(walked.filter((id) => atFirst.has(id))).toEqual(before)
    expect(new Set(walked).size).toBe(walked.length)
    await runStatement(agency.databaseUrl, "DELETE FROM placement WHERE destination_country = 'ZM'")
  })

  test('gives no placement another place: its position cannot be set', async () => {
    const move = runStatement(agency.databaseUrl, 'UPDATE placement SET position = position + 1000')
    await expect(move).rejects.toThrow('can only be updated to DEFAULT')
  })

  test.each([
    [{ stage: 'CONTRACT_SIGNED' }, "stage = 'CONTRACT_SIGNED'"],
    [{ stage: 'DEFERRED' }, "stage = 'DEFERRED'"],
    [{ ltsaOffice: 'LTSA-5318' }, "ltsa_office_code = 'LTSA-5318'"],
    [{ destinationCountry: 'SG' }, "destination_country = 'SG'"],
  ])('holds those that %j asks for', async (filter, condition) => {
    const expected = await select(`SELECT id FROM placement WHERE ${condition} ORDER BY position`)
    expect(expected.length).toBeGreaterThan(0)
    expect(await walk({ filter, first: 7 })).toEqual(expected)
  })

  test('holds those that changed since an instant, whatever else is asked for', async () => {
    // The seed writes one after another, so half of them are later than the one in the middle.
    const [updatedSince = ''] = await select(
      `SELECT to_json(date_trunc('milliseconds', percentile_disc(0.5) WITHIN GROUP (ORDER BY updated_at))) AS id FROM placement`,
    )
    const all = await select('SELECT id FROM placement')
    for (const [filter, condition] of [
      [{}, 'true'],
      [{ stage: 'DEPARTED', destinationCountry: 'MY' }, "stage = 'DEPARTED' AND destination_country = 'MY'"],
      [{ ltsaOffice: 'LTSA-5301' }, "ltsa_office_code = 'LTSA-5301'"],
    ] as const) {
      const expected = await select(
        `SELECT id FROM placement WHERE ${condition} AND updated_at >= '${updatedSince}' ORDER BY position`,
      )
      expect(expected.length).toBeGreaterThan(0)
      expect(expected.length).toBeLessThan(all.length)
      expect(await walk({ filter: { ...filter, updatedSince }, first: 7 })).toEqual(expected)
    }
  })

  test('takes a condition that is null for none', async () => {
    const { edges, pageInfo } = await pageOf({ first: 100 })
    const nothing = { stage: null, ltsaOffice: null, destinationCountry: null, updatedSince: null }
    for (const filter of [nothing, null])
      expect(await pageOf({ first: 100, filter })).toMatchObject({ edges, pageInfo })
  })

  test('shows a placement as changed from the moment on at which anything in it is', async () => {
    const [id = ''] = await select("SELECT id FROM placement WHERE nik = '5318075205999001'")
    const [updatedSince = ''] = await select('SELECT to_json(clock_timestamp()) AS id')
    expect((await pageOf({ filter: { updatedSince } })).edges).toEqual([])
    await runStatement(agency.databaseUrl, `UPDATE placement SET card_number = 'KPMI/0/2026' WHERE id = '${id}'`)
    expect((await pageOf({ filter: { updatedSince } })).edges.map(({ node }) => node.id)).toEqual([id])
  })

  describe('asked again from its nextUpdatedSince on', () => {
    // Transactions are told apart by the second they began in, so what changed earlier in that second is shown again.
    beforeEach(async () => {
      await until('the second of the last change is over', async () => {
        const statement = `SELECT (date_trunc('second', clock_timestamp()) > max(updated_at))::text AS id FROM placement`
        return (await select(statement))[0] === 'true'
      })
    })

    const someone = "nik = '5318075205999001'"
    const insert = `INSERT INTO placement (nik, scheme, destination_country, job_title, job_group, employer_name,
        employer_country, employer_kind, stage)
      VALUES ('5318075205999001', 'INDEPENDENT', 'ZM', 'Waiter', 'HOSPITALITY', 'Example', 'ZM', 'LEGAL_ENTITY', 'INFORMED')`

    /** The placements that a look shows, and from when on the next one has to ask. */
    async function look(updatedSince: string | null): Promise<readonly [ids: readonly string[], next: string | null]> {
      const { edges, nextUpdatedSince } = await pageOf({ filter: { updatedSince }, first: 100 })
      return [edges.map(({ node }) => node.id), nextUpdatedSince]
    }

    test('shows what was changed before a look and committed after it', async () => {
      const changed = await select(`SELECT id FROM placement WHERE ${someone}`)
      const transaction = await openTransaction(agency.databaseUrl)
      await transaction.run(`UPDATE placement SET card_number = 'KPMI/1/2026' WHERE ${someone}`)
      const [, next] = await look(null)
      await transaction.commit()
      expect((await look(next))[0]).toEqual(changed)
    })

    test('shows what was inserted meanwhile, also behind the cursor', async () => {
      const transaction = await openTransaction(agency.databaseUrl)
      await transaction.run(insert)
      await runStatement(agency.databaseUrl, insert)
      const first = await pageOf({ filter: { destinationCountry: 'ZM' } })
      await transaction.commit()
      const after = first.pageInfo.endCursor
      // Its place is before the cursor that the other one gave.
      expect((await pageOf({ filter: { destinationCountry: 'ZM' }, after })).edges).toEqual([])
      const both = await select("SELECT id FROM placement WHERE destination_country = 'ZM' ORDER BY position")
      expect(both).toHaveLength(2)
      expect((await look(first.nextUpdatedSince))[0]).toEqual(expect.arrayContaining([...both]))
      await runStatement(agency.databaseUrl, "DELETE FROM placement WHERE destination_country = 'ZM'")
    })

    test('shows what was inserted in a transaction that had begun before the look and written nothing', async () => {
      const transaction = await openTransaction(agency.databaseUrl)
      await transaction.run('SELECT now()')
      const [, next] = await look(null)
      await transaction.run(insert)
      await transaction.commit()
      const inserted = await select("SELECT id FROM placement WHERE destination_country = 'ZM'")
      expect((await look(next))[0]).toEqual(inserted)
      await runStatement(agency.databaseUrl, "DELETE FROM placement WHERE destination_country = 'ZM'")
    })

    test('shows nothing where nothing changes, and hides nothing while a transaction stays open', async () => {
      const [, begin] = await look(null)
      const [shown, next] = await look(begin)
      expect(shown).toEqual([])
      const transaction = await openTransaction(agency.databaseUrl)
      await transaction.run(`UPDATE placement SET card_number = 'KPMI/2/2026' WHERE ${someone}`)
      await runStatement(agency.databaseUrl, insert)
      const inserted = await select("SELECT id FROM placement WHERE destination_country = 'ZM'")
      const [during, later] = await look(next)
      expect(during).toEqual(inserted)
      // It comes again, until whoever holds up the others has committed.
      expect((await look(later))[0]).toEqual(expect.arrayContaining([...inserted]))
      await transaction.commit()
      await runStatement(agency.databaseUrl, "DELETE FROM placement WHERE destination_country = 'ZM'")
    })

    test('is told by the first page alone, which holds for all of them', async () => {
      const { nextUpdatedSince, pageInfo } = await pageOf({ first: 1 })
      expect(nextUpdatedSince).toEqual(expect.any(String))
      expect((await pageOf({ first: 1, after: pageInfo.endCursor })).nextUpdatedSince).toBeNull()
    })
  })

  test('is empty where nothing fits, also for an office that does not exist', async () => {
    const empty = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
    for (const filter of [{ ltsaOffice: 'LTSA-9999' }, { destinationCountry: 'FR' }, { ltsaOffice: "'; --" }]) {
      expect(await pageOf({ filter })).toMatchObject({ edges: [], pageInfo: empty })
    }
  })

  test('makes each statement once for a page of a hundred with everything on it', async () => {
    const query = `{ placements(first: 100) { edges { node {
      agency { name sanctions { decree } } jobOrder { number } ltsaOffice { serves { code } } stageHistory { stage }
      visa { number } contract { number }
    } } } }`
    agency.takeStatements()
    const { data, errors } = await agency.ask<Page>({ query })
    expect(errors).toBeUndefined()
    expect(data?.placements.edges).toHaveLength(100)
    // From when on to ask next, placements with their offices, stages, agencies with their sanctions, orders, and offices' regions.
    const statements = agency.takeStatements()
    expect(statements).toHaveLength(6)
    // What is written between the two is shown twice, and not missed.
    expect(statements[0]).toContain('next_updated_since')
  })
})

describe('what the list refuses', () => {
  test.each([101, -1])('a page of %d', async (first) => {
    expect(await codesOf({ first })).toEqual(['PAGE_SIZE_OUT_OF_RANGE'])
  })

  test('a cursor that it did not make, or made for another filter', async () => {
    const filter = { destinationCountry: 'MY' }
    const cursor = (await pageOf({ filter, first: 1 })).pageInfo.endCursor ?? ''
    expect(await codesOf({ filter, after: cursor })).toEqual([])
    expect(await codesOf({ after: cursor })).toEqual(['CURSOR_INVALID'])
    expect(await codesOf({ filter: { destinationCountry: 'SG' }, after: cursor })).toEqual(['CURSOR_INVALID'])
    for (const forged of ['', 'MQ', `A${cursor.slice(1)}`, 'x'.repeat(300), Buffer.from('9').toString('base64url')]) {
      expect(await codesOf({ filter, after: forged })).toEqual(['CURSOR_INVALID'])
    }
  })

  test.each([
    [{ stage: 'GONE' }],
    [{ destinationCountry: 'Malaysia' }],
    [{ destinationCountry: 'ZZ' }],
    [{ updatedSince: 'yesterday' }],
    [{ updatedSince: '2026-11-24' }],
    [{ updatedSince: '2026-02-30T00:00:00Z' }],
    [{ region: '53' }],
  ])('the filter %j', async (filter) => {
    expect(await codesOf({ filter })).toEqual(['BAD_USER_INPUT'])
  })

  test('no instant, however far away', async () => {
    for (const updatedSince of ['0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59.999-23:59']) {
      expect(await codesOf({ filter: { updatedSince } })).toEqual([])
    }
  })
})
