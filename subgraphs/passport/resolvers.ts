import { isPassportValid } from './rules/isPassportValid.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Applicant: {
    __resolveReference: ({ nik }) => ({ nik }),
    passports: ({ nik }, _arguments, { source }) => source.passports.load(nik),
    passportApplications: ({ nik }, _arguments, { source }) => source.applications.load(nik),
    departures: ({ nik }, _arguments, { source }) => source.departures.load(nik),
  },
  Passport: {
    issuingOffice: ({ officeCode }, _arguments, { source }) => source.offices.load(officeCode),
    validOn: (passport, { date }) => isPassportValid(passport, date),
  },
  PassportApplication: {
    office: ({ officeCode }, _arguments, { source }) => source.offices.load(officeCode),
  },
  ImmigrationOffice: {
    region: ({ regionCode }) => ({ code: regionCode }),
  },
}
