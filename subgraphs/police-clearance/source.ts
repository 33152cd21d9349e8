import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createListLoader } from '../kit/createListLoader.ts'
import { createReferenceLoader } from '../kit/createReferenceLoader.ts'

/** What the police know of a person: nothing but the key, until a field is asked for. */
export interface ApplicantRow {
  readonly nik: string
}

export interface PoliceClearanceRow {
  readonly nik: string
  readonly number: string
  readonly issuedAt: string
  readonly expiresAt: string
  readonly unitCode: string
  readonly status: 'ISSUED' | 'NOT_ISSUED' | 'REVOKED'
  readonly hasRecord: boolean
}

export interface PoliceUnitRow {
  readonly code: string
  readonly name: string
  readonly level: 'DISTRICT' | 'REGENCY' | 'PROVINCE' | 'NATIONAL'
  readonly regionCode: string | null
}

/** The records of the police, as one request may read them. */
export interface Source {
  readonly clearances: DataLoader<string, readonly PoliceClearanceRow[]>
  readonly units: DataLoader<string, PoliceUnitRow>
}

export type Context = AgencyContext<Source>

const clearances = `
  SELECT nik, number, issued_at AS "issuedAt", expires_at AS "expiresAt", unit_code AS "unitCode", status,
    has_record AS "hasRecord"
  FROM police_clearance WHERE nik = ANY($1) ORDER BY issued_at DESC, number`

const policeUnits = `
  SELECT code, name, level, region_code AS "regionCode"
  FROM police_unit WHERE code = ANY($1)`

/** Opens the records of the police: one statement a table for each request, however many people it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    return {
      clearances: createListLoader(
        (niks) => database.query<PoliceClearanceRow>(clearances, [niks], signal),
        ({ nik }) => nik,
      ),
      units: createReferenceLoader(
        (codes) => database.query<PoliceUnitRow>(policeUnits, [codes], signal),
        ({ code }) => code,
      ),
    }
  }
}
