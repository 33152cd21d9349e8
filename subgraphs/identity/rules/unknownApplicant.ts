import type { ApplicantRow } from '../source.ts'

/** What the registry says of a NIK that it does not know: just that. */
export function unknownApplicant(nik: string): ApplicantRow {
  return {
    nik,
    fullName: null,
    birthDate: null,
    birthPlace: null,
    sex: null,
    maritalStatus: null,
    residentStatus: 'UNKNOWN',
    familyCardNumber: null,
    domicile: null,
  }
}
