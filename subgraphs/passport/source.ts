import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createListLoader } from '../kit/createListLoader.ts'
import { createReferenceLoader } from '../kit/createReferenceLoader.ts'

/** What immigration knows of a person: nothing but the key, until a field is asked for. */
export interface ApplicantRow {
  readonly nik: string
}

export interface PassportRow {
  readonly nik: string
  readonly number: string
  readonly kind: 'ORDINARY' | 'ELECTRONIC' | 'TRAVEL_DOCUMENT'
  readonly issuedAt: string
  readonly expiresAt: string
  readonly officeCode: string
  readonly status: 'IN_FORCE' | 'LOST' | 'DAMAGED' | 'REVOKED'
  readonly holderName: string
  readonly holderBirthDate: string
}

export interface PassportApplicationRow {
  readonly nik: string
  readonly submittedAt: string
  readonly officeCode: string
  readonly status: 'SUBMITTED' | 'INTERVIEW' | 'DEFERRED' | 'REJECTED' | 'ISSUED'
  readonly rejectionReason: 'DUPLICATE_APPLICATION' | 'NOT_COMPLETED_IN_30_DAYS' | 'SUSPECTED_NON_PROCEDURAL' | null
  readonly recommendationNumber: string | null
}

export interface BorderDepartureRow {
  readonly nik: string
  readonly at: string
  readonly checkpoint: string
  readonly destinationCountry: string
}

export interface ImmigrationOfficeRow {
  readonly code: string
  readonly name: string
  readonly regionCode: string
}

/** The records of immigration, as one request may read them. */
export interface Source {
  readonly passports: DataLoader<string, readonly PassportRow[]>
  readonly applications: DataLoader<string, readonly PassportApplicationRow[]>
  readonly departures: DataLoader<string, readonly BorderDepartureRow[]>
  readonly offices: DataLoader<string, ImmigrationOfficeRow>
}

export type Context = AgencyContext<Source>

const passports = `
  SELECT nik, number, kind, issued_at AS "issuedAt", expires_at AS "expiresAt", office_code AS "officeCode", status,
    holder_name AS "holderName", holder_birth_date AS "holderBirthDate"
  FROM passport WHERE nik = ANY($1) ORDER BY issued_at DESC, number`

const applications = `
  SELECT nik, submitted_at AS "submittedAt", office_code AS "officeCode", status,
    rejection_reason AS "rejectionReason", recommendation_number AS "recommendationNumber"
  FROM passport_application WHERE nik = ANY($1) ORDER BY submitted_at DESC, id DESC`

const departures = `
  SELECT nik, at, checkpoint, destination_country AS "destinationCountry"
  FROM border_departure WHERE nik = ANY($1) ORDER BY at DESC, id DESC`

const immigrationOffices = `
  SELECT code, name, region_code AS "regionCode"
  FROM immigration_office WHERE code = ANY($1)`

/** Opens the records of immigration: one statement a table for each request, however many people it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    return {
      passports: createListLoader((niks) => database.query<PassportRow>(passports, [niks], signal), nikOf),
      applications: createListLoader(
        (niks) => database.query<PassportApplicationRow>(applications, [niks], signal),
        nikOf,
      ),
      departures: createListLoader((niks) => database.query<BorderDepartureRow>(departures, [niks], signal), nikOf),
      offices: createReferenceLoader(
        (codes) => database.query<ImmigrationOfficeRow>(immigrationOffices, [codes], signal),
        ({ code }) => code,
      ),
    }
  }
}

const nikOf = ({ nik }: { readonly nik: string }): string => nik
