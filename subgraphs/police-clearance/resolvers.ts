import { isClearanceValid } from './rules/isClearanceValid.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Applicant: {
    __resolveReference: ({ nik }) => ({ nik }),
    policeClearances: ({ nik }, _arguments, { source }) => source.clearances.load(nik),
  },
  PoliceClearance: {
    issuingUnit: ({ unitCode }, _arguments, { source }) => source.units.load(unitCode),
    validOn: (clearance, { date }) => isClearanceValid(clearance, date),
  },
  PoliceUnit: {
    region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
  },
}
