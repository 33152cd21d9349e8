import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createListLoader } from '../kit/createListLoader.ts'
import { createReferenceLoader } from '../kit/createReferenceLoader.ts'

/** What the facilities know of a person: nothing but the key, until a field is asked for. */
export interface ApplicantRow {
  readonly nik: string
}

export interface HealthExaminationRow {
  readonly nik: string
  readonly certificateNumber: string
  readonly facilityCode: string
  readonly examinedAt: string
  readonly expiresAt: string
  readonly physical: 'FIT' | 'FIT_WITH_NOTE' | 'DEFERRED' | 'UNFIT'
  readonly psychological: 'FIT' | 'FIT_WITH_NOTE' | 'DEFERRED' | 'UNFIT'
  readonly voidedAt: string | null
  readonly destinationCountry: string | null
}

export interface HealthFacilityRow {
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly designations: readonly HealthFacilityDesignationRow[]
}

export interface HealthFacilityDesignationRow {
  readonly facilityCode: string
  readonly decree: string
  readonly validFrom: string
  readonly validTo: string | null
}

/** The records of the health facilities, as one request may read them. */
export interface Source {
  readonly examinations: DataLoader<string, readonly HealthExaminationRow[]>
  readonly facilities: DataLoader<string, HealthFacilityRow>
}

export type Context = AgencyContext<Source>

const examinations = `
  SELECT nik, certificate_number AS "certificateNumber", facility_code AS "facilityCode",
    examined_at AS "examinedAt", expires_at AS "expiresAt", physical, psychological, voided_at AS "voidedAt",
    destination_country AS "destinationCountry"
  FROM health_examination WHERE nik = ANY($1) ORDER BY examined_at DESC, facility_code, certificate_number`

const healthFacilities = `
  SELECT code, name, region_code AS "regionCode"
  FROM health_facility WHERE code = ANY($1)`

const designations = `
  SELECT facility_code AS "facilityCode", decree, valid_from AS "validFrom", valid_to AS "validTo"
  FROM health_facility_designation WHERE facility_code = ANY($1) ORDER BY valid_from`

/** Opens the records of the health facilities: one statement a table for each request, however many people it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    return {
      examinations: createListLoader(
        (niks) => database.query<HealthExaminationRow>(examinations, [niks], signal),
        ({ nik }) => nik,
      ),
      facilities: createReferenceLoader(
        (codes) => readFacilities(database, codes, signal),
        ({ code }) => code,
      ),
    }
  }
}

async function readFacilities(
  database: Database,
  codes: readonly string[],
  signal: AbortSignal,
): Promise<readonly HealthFacilityRow[]> {
  const [rows, terms] = await Promise.all([
    database.query<Omit<HealthFacilityRow, 'designations'>>(healthFacilities, [codes], signal),
    database.query<HealthFacilityDesignationRow>(designations, [codes], signal),
  ])
  const byFacility = Map.groupBy(terms, ({ facilityCode }) => facilityCode)
  return rows.map((row) => ({ ...row, designations: byFacility.get(row.code) ?? [] }))
}
