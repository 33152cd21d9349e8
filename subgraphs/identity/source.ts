import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createRowLoader } from '../kit/createRowLoader.ts'
import { holdersOfRegion } from './rules/holdersOfRegion.ts'

/** A person in the registry; one whom it does not know has a NIK, the status UNKNOWN, and nothing else. */
export interface ApplicantRow {
  readonly nik: string
  readonly fullName: string | null
  readonly birthDate: string | null
  readonly birthPlace: string | null
  readonly sex: 'FEMALE' | 'MALE' | null
  readonly maritalStatus: 'SINGLE' | 'MARRIED' | 'MARRIED_UNREGISTERED' | 'DIVORCED' | 'WIDOWED' | null
  readonly residentStatus: 'ACTIVE' | 'MOVED' | 'DECEASED' | 'DUPLICATE' | 'INACTIVE' | 'UNKNOWN'
  readonly domicile: RegionRow | null
  readonly familyCardNumber: string | null
}

export interface RegionRow {
  readonly code: string
  readonly name: string | null
  readonly parentCode: string | null
  readonly isRetired: boolean
  readonly successorCodes: readonly string[]
}

/** A person with the place that a list gives, which never changes. */
export interface ListedApplicant extends ApplicantRow {
  readonly id: string
}

/** Which people a list holds; conditions add up. */
export interface ListFilter {
  readonly regionCode: string | null
  /** Milliseconds since the epoch. */
  readonly updatedSince: number | null
}

/** The records of the civil registry, as one request may read them. */
export interface Source {
  readonly applicants: DataLoader<string, ApplicantRow | null>
  /** The next people behind a place, in order of id; none of them is read again in this request. */
  readonly listApplicants: (
    filter: ListFilter,
    after: string | null,
    limit: number,
  ) => Promise<readonly ListedApplicant[]>
  /** From when on to ask for changes after a look that begins now. It holds for what is read after it. */
  readonly readNextUpdatedSince: () => Promise<string | null>
  /** By code, in force or retired. A region comes with those that hold it. */
  readonly regions: DataLoader<string, RegionRow | null>
  /** Those in force directly inside a region, or the provinces, in order of code. */
  readonly regionsInside: (parentCode: string | null) => Promise<readonly RegionRow[]>
}

export type Context = AgencyContext<Source>

const regions = `
  SELECT code, name, parent_code AS "parentCode", is_retired AS "isRetired", successor_codes AS "successorCodes"
  FROM region`

// The home comes in the same statement: where somebody lives must not take longer to say than that there is nobody.
const columns = `nik, full_name AS "fullName", birth_date AS "birthDate", birth_place AS "birthPlace", sex,
    marital_status AS "maritalStatus", resident_status AS "residentStatus", family_card_number AS "familyCardNumber",
    (SELECT row_to_json(home) FROM (${regions} WHERE code = domicile_code) AS home) AS domicile`

const applicants = `
  SELECT ${columns}
  FROM person WHERE nik = ANY($1)`

const regionsByCode = `${regions} WHERE code = ANY($1)`

const regionsByParent = `
  ${regions} WHERE parent_code IS NOT DISTINCT FROM $1 AND NOT is_retired ORDER BY code COLLATE "C"`

const nextUpdatedSince = 'SELECT next_updated_since() AS at'

/** Opens the civil registry: one statement a table for each request, however many people and regions it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    const regionLoader: Source['regions'] = createRowLoader(
      async (codes) => {
        const all = new Set(codes.flatMap((code) => [code, ...holdersOfRegion(code)]))
        const rows = await database.query<RegionRow>(regionsByCode, [[...all]], signal)
        for (const row of rows) regionLoader.prime(row.code, row)
        return rows
      },
      ({ code }) => code,
    )
    const loader = createRowLoader(
      (niks) => database.query<ApplicantRow>(applicants, [niks], signal),
      (row) => row.nik,
    )
    return {
      applicants: loader,
      async listApplicants(filter, after, limit) {
        const { text, values } = listing(filter, after, limit)
        const rows = await database.query<ListedApplicant>(text, values, signal)
        for (const row of rows) loader.prime(row.nik, row)
        return rows
      },
      async readNextUpdatedSince() {
        const [row] = await database.query<{ readonly at: string }>(nextUpdatedSince, [], signal)
        return row?.at ?? null
      },
      regions: regionLoader,
      regionsInside: (parentCode) => database.query<RegionRow>(regionsByParent, [parentCode], signal),
    }
  }
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** One of ten texts: the four depths of a region or none, with or without a date of change. See the indexes in 0001. */
function listing({ regionCode, updatedSince }: ListFilter, after: string | null, limit: number): Statement {
  const values: unknown[] = [after ?? 0, limit]
  const conditions = ['id > $1::bigint']
  let order = 'id'
  if (regionCode !== null) {
    values.push(regionCode)
    conditions.push(`left(domicile_code, ${regionCode.length}) = $${values.length}`)
  }
  if (updatedSince !== null) {
    values.push(updatedSince / 1000)
    conditions.push(`updated_at >= to_timestamp($${values.length}::double precision)`)
    // The people of a district are few enough to look through; those of a regency or province are not.
    if (regionCode === null || regionCode.length <= 5) order = 'id <-> $1::bigint'
  }
  const text = `
  SELECT id, ${columns}
  FROM person WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT $2`
  return { text, values }
}
