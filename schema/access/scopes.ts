/** What a token may open, and what that is. Nothing else can stand in `@access(scope:)`. */
export const scopes = {
  reference: 'Regions, offices, clinics, placement agencies and job orders: nothing about anybody.',
  readiness: 'Whether a person whose NIK is known may leave, and which requirement is missing.',
  validity: 'Which documents a person has, their dates, their status and the last digits of their numbers.',
  identity: 'Who the person is, by the civil registry.',
  documents: 'Documents by their full numbers, and applications for them.',
  placement: 'The course of a placement: employer, agency, contract, stages.',
  family: 'The family card and the permission of the family.',
  health: 'The conclusions of health examinations.',
  'criminal-record': 'Whether the police have a record.',
  finance: 'Wages and contributions.',
  movements: 'Departures at the border.',
  lists: 'Lists of people.',
} as const satisfies Readonly<Record<string, string>>

/** A key of the table above. */
export type Scope = keyof typeof scopes
