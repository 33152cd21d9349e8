import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { placement } from '../../../subgraphs/placement/index.ts'
import { runStatement } from '../../support/runStatement.ts'
import { startTestAgency } from '../../support/startTestAgency.ts'
import type { TestAgency } from '../../support/startTestAgency.ts'

let agency: TestAgency

beforeAll(async () => {
  agency = await startTestAgency(placement, { applicants: 20, day: '2026-11-24' })
}, 60_000)
afterAll(() => agency.stop())

async function select(statement: string): Promise<readonly string[]> {
  const rows = await runStatement(agency.databaseUrl, statement)
  return rows.map((row) => String((row as { readonly id: unknown }).id))
}

/** The placements that a statement changed, as who asks for what changed since finds them, in the order of the list. */
async function changedBy(statement: string): Promise<readonly string[]> {
  const [updatedSince = ''] = await select('SELECT clock_timestamp()::text AS id')
  const instant = new Date(updatedSince).toISOString()
  await runStatement(agency.databaseUrl, statement)
  const query = `{ placements(filter: { updatedSince: "${instant}" }, first: 100) { edges { node { id } } } }`
  const { data } = await agency.ask<{ readonly placements: Found }>({ query })
  return data?.placements.edges.map(({ node }) => node.id) ?? []
}

interface Found {
  readonly edges: readonly { readonly node: { readonly id: string } }[]
}

describe('a placement is found as changed', () => {
  const added = "stage = 'DEFERRED' AND at = '2026-11-24Z'"
  let ids: readonly string[]

  beforeAll(async () => {
    ids = await select('SELECT id FROM placement ORDER BY position')
  })

  test('when a stage is added to its history, moved from or to it, or taken away', async () => {
    const [one = '', other = ''] = ids
    const insert = `INSERT INTO placement_stage_entry (placement_id, stage, at) VALUES ('${one}', 'DEFERRED', '2026-11-24Z')`
    expect(await changedBy(insert)).toEqual([one])
    const move = `UPDATE placement_stage_entry SET placement_id = '${other}' WHERE ${added}`
    expect(await changedBy(move)).toEqual([one, other])
    expect(await changedBy(`DELETE FROM placement_stage_entry WHERE ${added}`)).toEqual([other])
  })

  test('when a program writes its stages that may write nothing else, whatever it takes for the tables', async () => {
    const [id = ''] = ids
    const clerk = `clerk_of_stages_${process.pid}`
    const statement = `CREATE ROLE ${clerk}; GRANT SELECT, INSERT, DELETE ON placement_stage_entry TO ${clerk}; SET ROLE ${clerk};
      CREATE TEMPORARY TABLE placement (id text, updated_at timestamptz);
      INSERT INTO placement_stage_entry (placement_id, stage, at) VALUES ('${id}', 'FAILED', '2026-11-24Z');
      DELETE FROM placement_stage_entry WHERE placement_id = '${id}' AND stage = 'FAILED';
      RESET ROLE; DROP OWNED BY ${clerk}; DROP ROLE ${clerk}`
    expect(await changedBy(statement)).toEqual([id])
  })

  test('when all stages are gone', async () => {
    expect(await changedBy('TRUNCATE placement_stage_entry')).toEqual(ids)
  })
})
