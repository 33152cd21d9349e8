import { fault } from '../../platform/fault.ts'
import { readConnection } from '../kit/readConnection.ts'
import type { OpenPlacement } from './rules/Facts.ts'
import { assessReadiness } from './rules/assessReadiness.ts'
import { isOpenOn } from './rules/isOpenOn.ts'
import { licenceStatusOn } from './rules/licenceStatusOn.ts'
import { mayLookBack } from './rules/mayLookBack.ts'
import type { PlacementRow, Source } from './source.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Query: {
    async placements(_root, { filter, first, after }, { source, cursors }) {
      const { stage, ltsaOffice, destinationCountry, updatedSince } = filter ?? {}
      const nextUpdatedSince = typeof after === 'string' ? null : await source.readNextUpdatedSince()
      const page = await readConnection<PlacementRow>({
        first,
        after,
        cursors,
        scope: JSON.stringify(['placements', stage, ltsaOffice, destinationCountry, updatedSince]),
        positionOf: ({ position }) => position,
        read: (position, limit) => source.listPlacements({ filter: filter ?? {}, after: position, limit }),
      })
      return { ...page, nextUpdatedSince }
    },
    placementAgency: (_root, { licenceNumber }, { source }) => source.agencies.load(licenceNumber),
    ltsaOffices: (_root, _arguments, { source }) => source.listOffices(),
  },
  Applicant: {
    // The reference is the person, with what the other agencies answered where readiness asks for it.
    __resolveReference: (reference) => reference,
    placements: ({ nik }, _arguments, { source }) => source.placementsOf.load(nik),
    async departureReadiness(applicant, { on }, context) {
      const { source, today } = context
      const day = on ?? today
      if (!mayLookBack(day, context))
        throw fault('FORBIDDEN_FIELD', { field: 'Applicant.departureReadiness', argument: 'on' })
      return assessReadiness(
        {
          on: day,
          placement: await findOpenPlacement(source, applicant.nik, day),
          fullName: applicant.fullName ?? null,
          birthDate: applicant.birthDate ?? null,
          maritalStatus: applicant.maritalStatus ?? null,
          residentStatus: applicant.residentStatus ?? null,
          passports: applicant.passports ?? null,
          policeClearances: applicant.policeClearances ?? null,
          healthExaminations: applicant.healthExaminations ?? null,
          insuranceMemberships: applicant.insuranceMemberships ?? null,
        },
        await source.readRules(),
      )
    },
  },
  Placement: {
    __resolveReference: ({ id }, { source }) => source.placements.load(id),
    applicant: ({ nik }) => ({ nik }),
    agency: ({ licenceNumber }, _arguments, { source }) => loadAgency(source, licenceNumber),
    jobOrder: ({ jobOrderNumber }, _arguments, { source }) =>
      jobOrderNumber === null ? null : source.jobOrders.load(jobOrderNumber),
    stageHistory: ({ id }, _arguments, { source }) => source.stages.load(id),
  },
  FamilyPermission: {
    village: ({ villageCode }) => (villageCode === null ? null : { code: villageCode }),
  },
  PlacementAgency: {
    __resolveReference: ({ licenceNumber }, { source }) => source.agencies.load(licenceNumber),
    status: (agency, _arguments, { today }) => licenceStatusOn(agency, today),
  },
  LtsaOffice: {
    __resolveReference: ({ code }, { source }) => source.offices.load(code),
    region: ({ regionCode }) => ({ code: regionCode }),
    serves: ({ code }, _arguments, { source }) => source.servedBy.load(code),
  },
}

/** The newest placement of a person that is open on a day, with its agency. */
async function findOpenPlacement(source: Source, nik: string, day: string): Promise<OpenPlacement | null> {
  const placements = await source.placementsOf.load(nik)
  // Everything is asked for in one go, so that the people of a request share one statement a table.
  const candidates = await Promise.all(
    placements.map(async (placement) => {
      const [history, agency] = await Promise.all([
        source.stages.load(placement.id),
        loadAgency(source, placement.licenceNumber),
      ])
      return { ...placement, agency, isOpen: isOpenOn(history, day) }
    }),
  )
  return candidates.find(({ isOpen }) => isOpen) ?? null
}

function loadAgency(source: Source, licenceNumber: string | null): ReturnType<Source['agencies']['load']> {
  return licenceNumber === null ? Promise.resolve(null) : source.agencies.load(licenceNumber)
}
