/**
 * What the benchmark asks of each agency about an applicant, by the agency's name, in the order in which the six stand in
 * the query: together 1.4 kB of answer an applicant. `departureReadiness` is left out, since only a gateway could answer it.
 */
export const selections = {
  identity: `nik fullName birthDate sex residentStatus domicile { code name }`,
  passport: `passports { number kind issuedAt expiresAt status issuingOffice { code } }`,
  'police-clearance': `policeClearances { number issuedAt expiresAt status issuingUnit { name } }`,
  health: `healthExaminations { certificateNumber examinedAt expiresAt physical psychological facility { name } }`,
  insurance: `insuranceMemberships { kpj periods { phase programmes startsAt endsAt contribution paidAt } }`,
  placement: `placements { id scheme destinationCountry jobTitle stage employer { name } contract { number startsAt months } }`,
} as const
