import { selections } from './selections.ts'

/** What one request asks for. */
export interface Shape {
  readonly name: ShapeName
  readonly applicants: number
  readonly query: string
  /** The variables for the applicant with this NIK, or for the page that follows that applicant. */
  readonly variablesOf: (nik: string) => Readonly<Record<string, unknown>>
  /** Milliseconds that a turn is measured: short, so that all systems meet the same of the machine, but long against an answer. */
  readonly turn: number
}

export type ShapeName = 'one' | 'list50' | 'list500'

const applicant = Object.values(selections).join(' ')

const oneQuery = `query Papers($nik: NIK!) { applicant(nik: $nik) { ${applicant} } }`

const listQuery = `query PapersOfMany($first: Int!, $after: String) {
  applicants(first: $first, after: $after) { edges { node { ${applicant} } } pageInfo { endCursor hasNextPage } }
}`

function list(name: ShapeName, applicants: number, turn: number): Shape {
  return { name, applicants, query: listQuery, variablesOf: (nik) => ({ first: applicants, after: nik }), turn }
}

/** One applicant by NIK, and pages of a list, over all six agencies. */
export const shapes: Readonly<Record<ShapeName, Shape>> = {
  one: { name: 'one', applicants: 1, query: oneQuery, variablesOf: (nik) => ({ nik }), turn: 600 },
  list50: list('list50', 50, 600),
  list500: list('list500', 500, 2000),
}
