import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readField } from '../../support/readField.ts'
import { runStatement } from '../../support/runStatement.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

describe('lists through the gateway', () => {
  let graph: TestGraph
  let gateway: TestGateway

  beforeAll(async () => {
    graph = await startGraph({ applicants: 150 })
    gateway = await graph.openGateway()
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
  })

  interface Walk {
    readonly field: 'applicants' | 'placements'
    readonly filter: string
    readonly node: string
    readonly meanwhile?: (page: number) => Promise<unknown>
  }

  /** Walks a list to its end, in pages of 20, and answers the nodes seen. */
  async function walk({ field, filter, node, meanwhile }: Walk): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const query = `query Page($after: String) {
      ${field}(${filter} first: 20, after: $after) { edges { cursor node { ${node} } } pageInfo { hasNextPage endCursor } }
    }`
    const seen: Readonly<Record<string, unknown>>[] = []
    let after: string | null = null
    for (let page = 0; ; page += 1) {
      const answer = await gateway.post({ query, variables: { after } })
      const { edges, pageInfo } = readField<Page>(answer, field)
      seen.push(...edges.map((edge) => edge.node))
      if (!pageInfo.hasNextPage) return seen
      after = pageInfo.endCursor
      await meanwhile?.(page)
    }
  }

  it('loses and repeats no applicant while every row changes between the pages', async () => {
    const { databaseUrl } = graph.agency('identity')
    const niks = await walk({
      field: 'applicants',
      filter: '',
      node: 'nik',
      meanwhile: () => runStatement(databaseUrl, `UPDATE person SET birth_place = birth_place || '.'`),
    })
    expect(niks).toHaveLength(158)
    expect(new Set(niks.map(({ nik }) => nik)).size).toBe(158)
  })

  it('loses and repeats no placement while every row changes between the pages', async () => {
    const { databaseUrl } = graph.agency('placement')
    const rows = await runStatement(databaseUrl, 'SELECT count(*)::int AS total FROM placement')
    const ids = await walk({
      field: 'placements',
      filter: '',
      node: 'id applicant { nik fullName }',
      meanwhile: () => runStatement(databaseUrl, 'UPDATE placement SET job_title = job_title'),
    })
    expect(rows).toEqual([{ total: ids.length }])
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length)
    for (const { applicant } of ids)
      expect((applicant as { readonly fullName: unknown }).fullName).toEqual(expect.any(String))
  })

  it('holds applicants to a region at any depth', async () => {
    const regency = await walk({
      field: 'applicants',
      filter: 'filter: { regionCode: "53.18" }',
      node: 'nik domicile { code }',
    })
    const district = await walk({
      field: 'applicants',
      filter: 'filter: { regionCode: "53.18.07" }',
      node: 'nik domicile { code }',
    })
    expect(district.length).toBeGreaterThan(0)
    expect(regency.length).toBeGreaterThan(district.length)
    for (const { domicile } of regency) expect((domicile as { readonly code: string }).code).toMatch(/^53\.18\./)
  })

  it('finds what changed since an instant, and nothing before it', async () => {
    const [{ now } = { now: '' }] = (await runStatement(
      graph.agency('identity').databaseUrl,
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC' + interval '1 ms', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
    )) as readonly { readonly now: string }[]
    await runStatement(graph.agency('identity').databaseUrl, 'SELECT pg_sleep(0.01)')
    await runStatement(
      graph.agency('identity').databaseUrl,
      `UPDATE person SET marital_status = 'MARRIED' WHERE nik = '5371045511079004'`,
    )
    const changed = await walk({ field: 'applicants', filter: `filter: { updatedSince: "${now}" }`, node: 'nik' })
    expect(changed).toEqual([{ nik: '5371045511079004' }])
  })

  it('holds placements to stage, office and destination together', async () => {
    const filter = 'filter: { stage: CONTRACT_SIGNED, ltsaOffice: "LTSA-5318", destinationCountry: "MY" }'
    const found = await walk({
      field: 'placements',
      filter,
      node: 'stage destinationCountry ltsaOffice { code } applicant { nik }',
    })
    expect(found.map(({ applicant }) => (applicant as { readonly nik: string }).nik)).toContain('5318075205999001')
    for (const placement of found) {
      expect(placement).toMatchObject({
        stage: 'CONTRACT_SIGNED',
        destinationCountry: 'MY',
        ltsaOffice: { code: 'LTSA-5318' },
      })
    }
  })

  it('refuses a cursor that was made for another filter', async () => {
    const first = await gateway.post({ query: '{ applicants(first: 1) { pageInfo { endCursor } } }' })
    const cursor = readField<Page>(first, 'applicants').pageInfo.endCursor
    const other = `{ applicants(filter: { regionCode: "53" }, after: "${cursor}") { edges { cursor } } }`
    expect((await gateway.post({ query: other })).body.errors?.[0]?.extensions['code']).toBe('CURSOR_INVALID')
  })
})
