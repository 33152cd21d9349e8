import { isCertificateValid } from './rules/isCertificateValid.ts'
import { isDesignated } from './rules/isDesignated.ts'
import { isFitToWork } from './rules/isFitToWork.ts'
import type { Resolvers } from './types.generated.ts'

export const resolvers: Resolvers = {
  Applicant: {
    __resolveReference: ({ nik }) => ({ nik }),
    healthExaminations: ({ nik }, _arguments, { source }) => source.examinations.load(nik),
  },
  HealthExamination: {
    facility: ({ facilityCode }, _arguments, { source }) => source.facilities.load(facilityCode),
    validOn: (examination, { date }) => isCertificateValid(examination, date),
    fitToWork: (examination, { on }) => isFitToWork(examination, on),
  },
  HealthFacility: {
    region: ({ regionCode }) => ({ code: regionCode }),
    designatedOn: ({ designations }, { date }) => isDesignated(designations, date),
  },
}
