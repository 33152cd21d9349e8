import type DataLoader from 'dataloader'
import type { SourceFactory } from '../kit/Agency.ts'
import type { AgencyContext } from '../kit/AgencyContext.ts'
import type { Database } from '../kit/Database.ts'
import { createListLoader } from '../kit/createListLoader.ts'
import { createReferenceLoader } from '../kit/createReferenceLoader.ts'
import { createRowLoader } from '../kit/createRowLoader.ts'
import type { RequirementRule } from './rules/RequirementRule.ts'
import type * as Graph from './types.generated.ts'

/** A person as the gateway names one: the key, and, for readiness alone, what the other agencies answered. */
export interface ApplicantRow {
  readonly nik: string
  readonly fullName?: string | null
  readonly birthDate?: string | null
  readonly maritalStatus?: Graph.MaritalStatus | null
  readonly residentStatus?: Graph.ResidentStatus | null
  readonly passports?: readonly Graph.Passport[] | null
  readonly policeClearances?: readonly Graph.PoliceClearance[] | null
  readonly healthExaminations?: readonly Graph.HealthExamination[] | null
  readonly insuranceMemberships?: readonly Graph.InsuranceMembership[] | null
}

export interface PlacementRow {
  readonly id: string
  /** The place in every list, as text: it is a 64-bit number. */
  readonly position: string
  readonly nik: string
  readonly scheme: Graph.PlacementScheme
  readonly destinationCountry: string
  readonly jobTitle: string
  readonly jobGroup: Graph.JobGroup
  readonly employer: Graph.Employer
  readonly licenceNumber: string | null
  readonly jobOrderNumber: string | null
  readonly ltsaOffice: LtsaOfficeRow | null
  readonly stage: Graph.PlacementStage
  readonly recommendation: Graph.PassportRecommendation | null
  readonly familyPermission: FamilyPermissionRow | null
  readonly competence: Graph.CompetenceCertificate | null
  readonly agreement: Graph.PlacementAgreement | null
  readonly visa: Graph.WorkVisa | null
  readonly orientation: Graph.Orientation | null
  readonly contract: Graph.EmploymentContract | null
  readonly cardNumber: string | null
}

export interface FamilyPermissionRow {
  readonly signatory: Graph.FamilySignatory
  readonly signedAt: string
  readonly villageCode: string | null
}

export interface PlacementStageEntryRow {
  readonly placementId: string
  readonly stage: Graph.PlacementStage
  readonly at: string
}

export interface PlacementAgencyRow {
  readonly licenceNumber: string
  readonly name: string
  readonly validFrom: string
  readonly validTo: string
  readonly sanctions: readonly Graph.PlacementAgencySanction[]
}

export interface JobOrderRow {
  readonly number: string
  readonly destinationCountry: string
  readonly jobTitle: string
  readonly quota: number
  readonly validFrom: string
  readonly validTo: string
  readonly revokedAt: string | null
}

export interface LtsaOfficeRow {
  readonly code: string
  readonly name: string
  readonly regionCode: string
}

export interface ServedRegion {
  readonly officeCode: string
  readonly code: string
}

/** A part of a list: up to `limit` placements that the filter holds for, behind a position. */
export interface PlacementPage {
  readonly filter: Graph.PlacementFilter
  readonly after: string | null
  readonly limit: number
}

/** The records of placement, as one request may read them. */
export interface Source {
  readonly placements: DataLoader<string, PlacementRow | null>
  /** By NIK, newest first. */
  readonly placementsOf: DataLoader<string, readonly PlacementRow[]>
  /** In the order in which they were recorded. */
  readonly listPlacements: (page: PlacementPage) => Promise<readonly PlacementRow[]>
  /** From when on to ask for changes after a look that begins now. It holds for what is read after it. */
  readonly readNextUpdatedSince: () => Promise<string | null>
  /** By placement, oldest first. */
  readonly stages: DataLoader<string, readonly PlacementStageEntryRow[]>
  readonly agencies: DataLoader<string, PlacementAgencyRow | null>
  readonly jobOrders: DataLoader<string, JobOrderRow>
  readonly offices: DataLoader<string, LtsaOfficeRow | null>
  /** By office, in order of code. */
  readonly servedBy: DataLoader<string, readonly ServedRegion[]>
  /** All of them, by code. */
  readonly listOffices: () => Promise<readonly LtsaOfficeRow[]>
  /** All of them, in no order. */
  readonly readRules: () => Promise<readonly RequirementRule[]>
}

export type Context = AgencyContext<Source>

const ltsaOffices = 'SELECT code, name, region_code AS "regionCode" FROM ltsa_office'

// The office comes in the same statement: whose a placement is must not take longer to say than that there is none.
const placements = `
  SELECT id, position, nik, scheme, destination_country AS "destinationCountry", job_title AS "jobTitle",
    job_group AS "jobGroup", licence_number AS "licenceNumber", job_order_number AS "jobOrderNumber",
    stage, card_number AS "cardNumber",
    (SELECT row_to_json(office) FROM (${ltsaOffices} WHERE code = ltsa_office_code) AS office) AS "ltsaOffice",
    json_build_object('name', employer_name, 'country', employer_country, 'kind', employer_kind) AS employer,
    CASE WHEN recommendation_number IS NOT NULL THEN
      json_build_object('number', recommendation_number, 'issuedAt', recommendation_issued_at) END AS recommendation,
    CASE WHEN family_permission_signed_at IS NOT NULL THEN
      json_build_object('signatory', family_permission_signatory, 'signedAt', family_permission_signed_at,
        'villageCode', family_permission_village_code) END AS "familyPermission",
    CASE WHEN competence_number IS NOT NULL THEN
      json_build_object('number', competence_number, 'issuer', competence_issuer, 'issuedAt', competence_issued_at,
        'expiresAt', competence_expires_at) END AS competence,
    CASE WHEN agreement_number IS NOT NULL THEN
      json_build_object('number', agreement_number, 'signedAt', agreement_signed_at) END AS agreement,
    CASE WHEN visa_number IS NOT NULL THEN
      json_build_object('number', visa_number, 'country', visa_country, 'issuedAt', visa_issued_at,
        'expiresAt', visa_expires_at) END AS visa,
    CASE WHEN orientation_attended_at IS NOT NULL THEN
      json_build_object('attendedAt', orientation_attended_at, 'hours', orientation_hours) END AS orientation,
    CASE WHEN contract_number IS NOT NULL THEN
      json_build_object('number', contract_number, 'signedAt', contract_signed_at, 'startsAt', contract_starts_at,
        'months', contract_months, 'monthlyWage',
        json_build_object('amount', contract_wage_amount, 'currency', contract_wage_currency)) END AS contract
  FROM placement`

const placementsById = `${placements} WHERE id = ANY($1)`

const placementsByNik = `${placements} WHERE nik = ANY($1) ORDER BY position DESC`

const nextUpdatedSince = 'SELECT next_updated_since() AS at'

const stages = `
  SELECT placement_id AS "placementId", stage, at
  FROM placement_stage_entry WHERE placement_id = ANY($1) ORDER BY at, id`

const agencies = `
  SELECT licence_number AS "licenceNumber", name, valid_from AS "validFrom", valid_to AS "validTo", (
    SELECT coalesce(json_agg(json_build_object('status', status, 'validFrom', sanction.valid_from,
      'validTo', sanction.valid_to, 'decree', decree) ORDER BY sanction.valid_from, decree), '[]')
    FROM placement_agency_sanction AS sanction WHERE sanction.licence_number = agency.licence_number
  ) AS sanctions
  FROM placement_agency AS agency WHERE licence_number = ANY($1)`

const jobOrders = `
  SELECT number, destination_country AS "destinationCountry", job_title AS "jobTitle", quota,
    valid_from AS "validFrom", valid_to AS "validTo", revoked_at AS "revokedAt"
  FROM job_order WHERE number = ANY($1)`

const ltsaOfficesByCode = `${ltsaOffices} WHERE code = ANY($1)`

const allLtsaOffices = `${ltsaOffices} ORDER BY code`

const servedRegions = `
  SELECT office_code AS "officeCode", region_code AS code
  FROM ltsa_office_region WHERE office_code = ANY($1) ORDER BY region_code`

const requirementRules = `
  SELECT kind, destination_country AS "destinationCountry", job_group AS "jobGroup", employer_kind AS "employerKind",
    scheme, valid_from AS "validFrom", valid_to AS "validTo", required, minimum_age AS "minimumAge",
    maximum_age AS "maximumAge", margin_months AS "marginMonths", legal_basis AS "legalBasis"
  FROM requirement_rule`

/** Opens the records of placement: one statement a table for each request, however many people it asks for. */
export function openSource(database: Database): SourceFactory<Source> {
  return function createSource(signal) {
    let rules: Promise<readonly RequirementRule[]> | undefined
    function readMany<Row>(text: string): (keys: readonly string[]) => Promise<readonly Row[]> {
      return (keys) => database.query<Row>(text, [keys], signal)
    }
    return {
      placements: createRowLoader(readMany<PlacementRow>(placementsById), ({ id }) => id),
      placementsOf: createListLoader(readMany<PlacementRow>(placementsByNik), ({ nik }) => nik),
      listPlacements(page) {
        const { text, values } = listStatement(page)
        return database.query<PlacementRow>(text, values, signal)
      },
      async readNextUpdatedSince() {
        const [row] = await database.query<{ readonly at: string }>(nextUpdatedSince, [], signal)
        return row?.at ?? null
      },
      stages: createListLoader(readMany<PlacementStageEntryRow>(stages), ({ placementId }) => placementId),
      agencies: createRowLoader(readMany<PlacementAgencyRow>(agencies), ({ licenceNumber }) => licenceNumber),
      jobOrders: createReferenceLoader(readMany<JobOrderRow>(jobOrders), ({ number }) => number),
      offices: createRowLoader(readMany<LtsaOfficeRow>(ltsaOfficesByCode), ({ code }) => code),
      servedBy: createListLoader(readMany<ServedRegion>(servedRegions), ({ officeCode }) => officeCode),
      listOffices: () => database.query<LtsaOfficeRow>(allLtsaOffices, [], signal),
      readRules: () => (rules ??= database.query<RequirementRule>(requirementRules, [], signal)),
    }
  }
}

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Only the conditions that are given stand in the text, so that each combination gets the plan that fits it. */
function listStatement({ filter, after, limit }: PlacementPage): Statement {
  const { stage, ltsaOffice, destinationCountry, updatedSince } = filter
  const conditions = [
    { value: after, holds: (given: string) => `position > ${given}` },
    { value: stage, holds: (given: string) => `stage = ${given}` },
    { value: ltsaOffice, holds: (given: string) => `ltsa_office_code = ${given}` },
    { value: destinationCountry, holds: (given: string) => `destination_country = ${given}` },
    // As a number, because PostgreSQL refuses offsets from UTC that RFC 3339 allows.
    {
      value: secondsOf(updatedSince),
      holds: (given: string) => `updated_at >= to_timestamp(${given}::double precision)`,
    },
  ].filter(({ value }) => value !== null && value !== undefined)
  const where = conditions.map(({ holds }, place) => `${place === 0 ? 'WHERE' : 'AND'} ${holds(`$${place + 2}`)}`)
  return {
    text: [placements, ...where, 'ORDER BY position LIMIT $1'].join(' '),
    values: [limit, ...conditions.map(({ value }) => value)],
  }
}

/** Seconds since 1970 of an RFC 3339 instant, to the millisecond. */
function secondsOf(instant: string | null | undefined): number | null {
  return typeof instant === 'string' ? Date.parse(instant) / 1000 : null
}
