import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createListLoader } from '../kit/createListLoader.ts'

/** What the social security knows of a person: nothing but the key, until a field is asked for. */
export interface ApplicantRow {
  readonly nik: string
}

export interface InsuranceMembershipRow {
  readonly nik: string
  readonly kpj: string
}

export interface InsurancePeriodRow {
  readonly kpj: string
  readonly phase: 'BEFORE_WORK' | 'DURING_WORK'
  readonly programmes: readonly ('WORK_ACCIDENT' | 'DEATH' | 'OLD_AGE')[]
  readonly startsAt: string
  readonly endsAt: string
  readonly contribution: number
  readonly paidAt: string | null
}

/** The records of the social security, as one request may read them. */
export interface Source {
  readonly memberships: DataLoader<string, readonly InsuranceMembershipRow[]>
  readonly periods: DataLoader<string, readonly InsurancePeriodRow[]>
}

export type Context = AgencyContext<Source>

const memberships = `
  SELECT nik, kpj
  FROM insurance_membership WHERE nik = ANY($1) ORDER BY registered_at DESC, kpj DESC`

const periods = `
  SELECT kpj, phase, programmes, starts_at AS "startsAt", ends_at AS "endsAt", contribution, paid_at AS "paidAt"
  FROM insurance_period WHERE kpj = ANY($1) ORDER BY starts_at, id`

/** Opens the records of the social security: one statement a table for each request, however many people it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    return {
      memberships: createListLoader(
        (niks) => database.query<InsuranceMembershipRow>(memberships, [niks], signal),
        ({ nik }) => nik,
      ),
      periods: createListLoader(
        (kpjs) => database.query<InsurancePeriodRow>(periods, [kpjs], signal),
        ({ kpj }) => kpj,
      ),
    }
  }
}
