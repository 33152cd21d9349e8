import { fault } from '../../platform/fault.ts'
import { ageOn } from '../kit/calendar/ageOn.ts'
import { readConnection } from '../kit/readConnection.ts'
import { checkNik } from './rules/checkNik.ts'
import { districtOfNik } from './rules/districtOfNik.ts'
import { levelOfRegion } from './rules/levelOfRegion.ts'
import { unknownApplicant } from './rules/unknownApplicant.ts'
import type { Context, ListedApplicant } from './source.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Query: {
    applicant: (_root, { nik }, { source }) => source.applicants.load(nik),
    async applicants(_root, { filter, first, after }, { source, cursors }) {
      const regionCode = await knownRegion(source, filter?.regionCode, 'regionCode')
      const updatedSince = typeof filter?.updatedSince === 'string' ? Date.parse(filter.updatedSince) : null
      const nextUpdatedSince = typeof after === 'string' ? null : await source.readNextUpdatedSince()
      const page = await readConnection<ListedApplicant>({
        first,
        after,
        cursors,
        scope: JSON.stringify(['applicants', regionCode, updatedSince]),
        positionOf: ({ id }) => id,
        read: (position, limit) => source.listApplicants({ regionCode, updatedSince }, position, limit),
      })
      return { ...page, nextUpdatedSince }
    },
    region: (_root, { code }, { source }) => source.regions.load(code),
    regions: async (_root, { parentCode }, { source }) =>
      source.regionsInside(await knownRegion(source, parentCode, 'parentCode')),
  },
  Applicant: {
    // Other agencies keep papers on a NIK that the registry may not know; that it does not is an answer.
    __resolveReference: async ({ nik }, { source }) => (await source.applicants.load(nik)) ?? unknownApplicant(nik),
    async nikCheck({ nik, birthDate, sex }, _arguments, { source }) {
      if (birthDate === null || sex === null) return null
      const registeredIn = await source.regions.load(districtOfNik(nik))
      return { ...checkNik({ nik, birthDate, sex }, registeredIn), registeredIn }
    },
    age: ({ birthDate }, { on }, { today }) => (birthDate === null ? null : ageOn(birthDate, on ?? today)),
  },
  Region: {
    __resolveReference: ({ code }, { source }) => source.regions.load(code),
    level: ({ code }) => levelOfRegion(code),
    parent: ({ parentCode }, _arguments, { source }) => (parentCode === null ? null : source.regions.load(parentCode)),
    async successors({ successorCodes }, _arguments, { source }) {
      const regions = await Promise.all(successorCodes.map((code) => source.regions.load(code)))
      return regions.filter((region) => region !== null)
    },
  },
}

/** The code given for an argument, or null when there is none. Rejects with REGION_UNKNOWN when no region has it. */
async function knownRegion(
  source: Context['source'],
  code: string | null | undefined,
  argument: string,
): Promise<string | null> {
  if (typeof code !== 'string') return null
  if ((await source.regions.load(code)) === null) throw fault('REGION_UNKNOWN', { argument })
  return code
}
