import { standIn } from '../data/standIn.ts'
import { selections } from '../workloads/selections.ts'
import type { Shape } from '../workloads/shapes.ts'
import { shapes } from '../workloads/shapes.ts'

/**
 * Operations of many kinds: every choice of agencies, under other names and in fragments, with the NIK as a variable and as
 * a literal, so that each of these requests is a text of its own; and pages of a list. There are 253 of them.
 */
export function variedShapes(): readonly Shape[] {
  const parts = Object.values(selections)
  const choices = Array.from({ length: 2 ** parts.length - 1 }, (_choice, index) =>
    parts.filter((_part, agency) => ((index + 1) >> agency) & 1).join(' '),
  )
  return [...choices.flatMap(shapesOf), shapes.list50]
}

function shapesOf(selection: string): readonly Shape[] {
  const queries = [
    `query ($nik: NIK!) { applicant(nik: $nik) { ${selection} } }`,
    `query Named($n: NIK!) { somebody: applicant(nik: $n) { ...All } } fragment All on Applicant { ${selection} }`,
    `query ($nik: NIK!, $all: Boolean!) { applicant(nik: $nik) { own: __typename ... @include(if: $all) { ${selection} } } }`,
  ]
  const asked = queries.map((query): Shape => ({
    ...shapes.one,
    query,
    variablesOf: (nik) => ({ nik, n: nik, all: true }),
  }))
  const literal = `{ applicant(nik: "${standIn.of(0)}") { nik ${selection} } }`
  return [...asked, { ...shapes.one, query: literal, variablesOf: () => ({}) }]
}
