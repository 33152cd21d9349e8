/** A stage of the journey, in the order of the procedure, as the placement agency's SDL has it. */
export type JourneyStage =
  | 'REGISTERED'
  | 'SELECTED'
  | 'EXAMINED'
  | 'COMPETENT'
  | 'AGREEMENT_SIGNED'
  | 'RECOMMENDED'
  | 'PASSPORT_ISSUED'
  | 'POLICE_CLEARED'
  | 'INSURED'
  | 'VISA_ISSUED'
  | 'ORIENTED'
  | 'CONTRACT_SIGNED'
  | 'CARD_ISSUED'
  | 'DEPARTED'

/** How a journey left the procedure, if it did. */
export type JourneyExit = 'FAILED' | 'DEFERRED' | 'WITHDRAWN'

/** A person's way to one job abroad, as all agencies know it. */
export interface Journey {
  readonly scheme: 'P_TO_P' | 'G_TO_G' | 'INDEPENDENT' | 'SPECIFIED_SKILLED_WORKER' | 'RE_ENTRY'
  readonly destinationCountry: string
  readonly jobGroup:
    'DOMESTIC' | 'CAREGIVER' | 'PLANTATION' | 'MANUFACTURING' | 'CONSTRUCTION' | 'HOSPITALITY' | 'OTHER'
  readonly employerKind: 'INDIVIDUAL' | 'LEGAL_ENTITY'
  /** The code of the one-stop office that serves the person, such as `LTSA-5318`. */
  readonly ltsaOffice: string
  /** The day (`YYYY-MM-DD`) on which each stage was reached; a stage that was not reached is absent. */
  readonly reached: Readonly<Partial<Record<JourneyStage, string>>>
  readonly exit: { readonly kind: JourneyExit; readonly on: string } | null
  /** First day and months of the contract that was signed or is to be signed. */
  readonly contract: { readonly startsAt: string; readonly months: number }
}

/** What is wrong with a person's papers, for an agency's seed to put into its records (see each agency's `seed.ts`). */
export type Defect =
  | 'NAME_VARIANT'
  | 'BIRTH_DATE_SWAPPED'
  | 'BIRTH_YEAR_SHIFTED'
  | 'PASSPORT_MISSING'
  | 'PASSPORT_FROM_OTHER_PROVINCE'
  | 'PASSPORT_NUMBER_SHARED'
  | 'HEALTH_CERTIFICATE_EXPIRED'
  | 'INSURANCE_ENDS_BEFORE_CONTRACT'
  | 'PLACEMENT_AGENCY_SUSPENDED'
  | 'JOB_DIFFERS_FROM_ORDER'
  | 'RECRUITER_CLUSTER'

/** A synthetic person. Nobody in it is real: serials of the NIK are 9000 to 9999. */
export interface Person {
  /** Place in the population, from 0; the eight personas come first. */
  readonly index: number
  readonly nik: string
  readonly fullName: string
  readonly birthDate: string
  readonly birthPlace: string
  readonly sex: 'FEMALE' | 'MALE'
  readonly maritalStatus: 'SINGLE' | 'MARRIED' | 'MARRIED_UNREGISTERED' | 'DIVORCED' | 'WIDOWED'
  readonly residentStatus: 'ACTIVE' | 'MOVED' | 'DECEASED' | 'DUPLICATE' | 'INACTIVE'
  /** Code of the village, or of the district where no village is known. */
  readonly domicileCode: string
  readonly familyCardNumber: string
  /** The current or last journey, or null for someone whom no placement ever saw. */
  readonly journey: Journey | null
  /** Departures that the border recorded outside or after a journey, oldest first. */
  readonly departures: readonly { readonly on: string; readonly destinationCountry: string }[]
  readonly defects: readonly Defect[]
}
