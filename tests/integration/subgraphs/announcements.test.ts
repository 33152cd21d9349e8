import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { agencies } from '../../../subgraphs/index.ts'
import type { AgencyName } from '../../../subgraphs/kit/AgencyName.ts'
import type { Database } from '../../../subgraphs/kit/Database.ts'
import { migrate } from '../../../subgraphs/kit/migrate.ts'
import { openDatabase } from '../../../subgraphs/kit/openDatabase.ts'
import { seedWhenEmpty } from '../../../subgraphs/kit/seedWhenEmpty.ts'
import { createTestDatabase } from '../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../support/createTestDatabase.ts'
import { runStatement } from '../../support/runStatement.ts'

const now = (): number => Date.parse('2026-11-24T02:00:00Z')

/** What an agency's tables announce: whose row, by which statement, and what is of all the types a table stands inside of. */
interface Announcing {
  /** Tables with rows of one person, and where the person's number is found. */
  readonly rows: Readonly<Record<string, string>>
  /** Reference tables, and the types whose answers they stand inside. */
  readonly references: Readonly<Record<string, readonly string[]>>
}

const announcing: Readonly<Record<AgencyName, Announcing>> = {
  identity: { rows: { person: 'nik' }, references: { region: ['Applicant', 'Region'] } },
  passport: {
    rows: { passport: 'nik', passport_application: 'nik', border_departure: 'nik' },
    references: { immigration_office: ['Applicant'] },
  },
  'police-clearance': { rows: { police_clearance: 'nik' }, references: { police_unit: ['Applicant'] } },
  health: {
    rows: { health_examination: 'nik' },
    references: { health_facility: ['Applicant'], health_facility_designation: ['Applicant'] },
  },
  insurance: {
    rows: {
      insurance_membership: 'nik',
      insurance_period: '(SELECT nik FROM insurance_membership AS of WHERE of.kpj = insurance_period.kpj)',
    },
    references: {},
  },
  placement: {
    rows: {
      placement: 'nik',
      placement_stage_entry: '(SELECT nik FROM placement AS of WHERE of.id = placement_id)',
    },
    references: {
      placement_agency: ['Applicant', 'Placement', 'PlacementAgency'],
      placement_agency_sanction: ['Applicant', 'Placement', 'PlacementAgency'],
      job_order: ['Applicant', 'Placement'],
      ltsa_office: ['Applicant', 'LtsaOffice', 'Placement'],
      ltsa_office_region: ['Applicant', 'LtsaOffice', 'Placement'],
      requirement_rule: ['Applicant'],
    },
  },
}

/** Tables of the kit itself, whose rows nobody is served. */
const ofTheKit = ['kit_migration', 'migration', 'outbox', 'seeding']

interface Change {
  readonly type: string | null
  readonly key: Readonly<Record<string, string>> | null
}

describe.each(agencies)('the database of $name', (agency) => {
  const { rows, references } = announcing[agency.name]
  let server: TestDatabase
  let database: Database

  beforeAll(async () => {
    server = await createTestDatabase()
    database = openDatabase({ url: server.url, connections: 2, statementTimeout: 30_000 })
    await migrate(database, join(import.meta.dirname, '../../../subgraphs/kit/migrations'), {
      agency: agency.name,
      ledger: 'kit_migration',
    })
    await migrate(database, `${agency.folder}/migrations`, { agency: agency.name })
    await database.query('DELETE FROM outbox')
    await seedWhenEmpty({ agency, database, applicants: 60, clock: now })
  }, 60_000)
  afterAll(async () => {
    await database.close()
    await server.drop()
  })

  const take = (): Promise<readonly Change[]> =>
    database.query<Change>('WITH gone AS (DELETE FROM outbox RETURNING *) SELECT type, key FROM gone ORDER BY id')

  const ofPeople = (changes: readonly Change[]): readonly (string | undefined)[] =>
    changes.filter(({ type }) => type === 'Applicant').map(({ key }) => key?.['nik'])

  async function untilRolledBack(work: (transaction: Database) => Promise<void>): Promise<void> {
    const undo = new Error('undone')
    const undone = database.transaction(async (transaction) => {
      await work(transaction)
      throw undo
    })
    await expect(undone).rejects.toBe(undo)
  }

  test('has announced no person while it was seeded', async () => {
    expect((await take()).filter(({ key }) => key !== null)).toEqual([])
  })

  test('announces changes of every table whose rows are served', async () => {
    const tables = await database.query<{ readonly name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    )
    const served = tables.map(({ name }) => name).filter((name) => !ofTheKit.includes(name))
    expect(served).toEqual([...Object.keys(rows), ...Object.keys(references)].toSorted())
  })

  describe.each(Object.entries(rows))('a row of %s', (table, nikOf) => {
    let nik: string

    beforeEach(async () => {
      const [row] = await database.query<{ readonly nik: string }>(`SELECT ${nikOf} AS nik FROM ${table} LIMIT 1`)
      nik = row?.nik ?? ''
      if (!/^\d{16}$/.test(nik)) throw new Error(`No row of ${table} belongs to anybody.`)
      await take()
    })

    test('announces its person when it changes, whoever changes it', async () => {
      const [column] = await database.query<{ readonly name: string }>(
        `SELECT attname AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' AND attidentity = '' ORDER BY attnum LIMIT 1`,
        [table],
      )
      const name = column?.name ?? ''
      await runStatement(server.url, `UPDATE ${table} SET ${name} = ${name} WHERE ${nikOf} = '${nik}'`)
      expect(new Set(ofPeople(await take()))).toEqual(new Set([nik]))
    })

    test('announces its person when it goes, and when a copy of it comes', async () => {
      const copied = await database.query<{ readonly list: string }>(
        `SELECT string_agg(attname, ', ') AS list FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' AND attidentity = ''`,
        [table],
      )
      const columns = copied[0]?.list ?? ''
      await untilRolledBack(async (transaction) => {
        // What refers to the row would keep it from going.
        await transaction.runScript(`DO $$ DECLARE reference record; BEGIN
          FOR reference IN SELECT conrelid::regclass AS of_table, conname FROM pg_constraint
          WHERE confrelid = '${table}'::regclass LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', reference.of_table, reference.conname);
          END LOOP; END $$`)
        await transaction.runScript(
          `CREATE TEMPORARY TABLE copied ON COMMIT DROP AS SELECT * FROM ${table} WHERE ${nikOf} = '${nik}' LIMIT 1`,
        )
        await transaction.runScript(`DELETE FROM ${table} WHERE ${nikOf} = '${nik}'`)
        await transaction.runScript('DELETE FROM outbox')
        await transaction.runScript(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM copied`)
        const read = 'SELECT type, key FROM outbox'
        expect(new Set(ofPeople(await transaction.query<Change>(read)))).toEqual(new Set([nik]))
        await transaction.runScript(`DELETE FROM outbox; DELETE FROM ${table} WHERE ${nikOf} = '${nik}'`)
        expect(new Set(ofPeople(await transaction.query<Change>(read)))).toEqual(new Set([nik]))
      })
    })

    test('announces everybody when the table is emptied', async () => {
      await untilRolledBack(async (transaction) => {
        await transaction.runScript(`TRUNCATE ${table} CASCADE`)
        const changes = await transaction.query<Change>('SELECT type, key FROM outbox')
        expect(changes).toContainEqual({ type: 'Applicant', key: null })
      })
    })
  })

  test('announces both people when a row goes from one to another', async () => {
    const [table = ''] = Object.keys(rows)
    const [row] = await database.query<{ readonly nik: string }>(`SELECT nik FROM ${table} LIMIT 1`)
    await take()
    await untilRolledBack(async (transaction) => {
      await transaction.query(`UPDATE ${table} SET nik = '5399990101700001' WHERE nik = $1`, [row?.nik])
      const changes = await transaction.query<Change>('SELECT type, key FROM outbox')
      expect(new Set(ofPeople(changes))).toEqual(new Set([row?.nik, '5399990101700001']))
    })
  })

  test('announces what another role writes that may not see the outbox', async () => {
    const [table = ''] = Object.keys(rows)
    await take()
    const role = `clerk_${agency.name.replaceAll('-', '_')}_${process.pid}`
    await untilRolledBack(async (transaction) => {
      await transaction.runScript(
        `CREATE ROLE ${role}; GRANT SELECT, UPDATE ON ${table} TO ${role}; SET LOCAL ROLE ${role}`,
      )
      await transaction.runScript(`UPDATE ${table} SET nik = nik`)
      await transaction.runScript('RESET ROLE')
      const changes = await transaction.query<Change>('SELECT type, key FROM outbox')
      expect(ofPeople(changes).length).toBeGreaterThan(0)
    })
  })

  test('announces all that a reference table stands inside', async () => {
    for (const [table, types] of Object.entries(references)) {
      const [column] = await database.query<{ readonly name: string }>(
        `SELECT attname AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' AND attidentity = '' ORDER BY attnum LIMIT 1`,
        [table],
      )
      await take()
      await runStatement(server.url, `UPDATE ${table} SET ${column?.name} = ${column?.name}`)
      const changes = await take()
      expect([table, ...changes.map(({ type }) => String(type)).toSorted()]).toEqual([table, ...types])
      expect(changes.every(({ key }) => key === null)).toBe(true)
    }
  })

  if (agency.name === 'placement') {
    test('announces the placement itself beside its person', async () => {
      const [row] = await database.query<{ readonly id: string; readonly nik: string }>(
        'SELECT id, nik FROM placement LIMIT 1',
      )
      await take()
      await database.query('UPDATE placement SET job_title = job_title WHERE id = $1', [row?.id])
      await database.query('UPDATE placement_stage_entry SET at = at WHERE placement_id = $1', [row?.id])
      const both = [
        { type: 'Applicant', key: { nik: row?.nik } },
        { type: 'Placement', key: { id: row?.id } },
      ]
      const changes = await take()
      expect(changes.slice(0, 2)).toEqual(expect.arrayContaining(both))
      expect(changes.slice(2)).toEqual(expect.arrayContaining(both))
    })
  }
})
