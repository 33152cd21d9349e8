/** Asks all agencies for an applicant, and for fields that each kind of user sees in another way. */
export const applicantFile = `query File($nik: NIK!) {
  applicant(nik: $nik) {
    nik fullName birthDate familyCardNumber
    passports { number holderName holderBirthDate expiresAt status }
    healthExaminations { certificateNumber physical expiresAt }
    policeClearances { hasRecord status }
    insuranceMemberships { kpj periods { contribution endsAt } }
    placements { stage contract { monthlyWage { amount } } }
    departures { at }
    departureReadiness { status requirements { kind outcome reason } }
  }
}`
