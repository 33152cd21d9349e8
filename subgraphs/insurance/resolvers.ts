import { coversEveryDay } from './rules/coversEveryDay.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Applicant: {
    __resolveReference: ({ nik }) => ({ nik }),
    insuranceMemberships: ({ nik }, _arguments, { source }) => source.memberships.load(nik),
  },
  InsuranceMembership: {
    periods: ({ kpj }, _arguments, { source }) => source.periods.load(kpj),
    covers: async ({ kpj }, range, { source }) => coversEveryDay(await source.periods.load(kpj), range),
  },
}
