import type { TestAgency } from './startTestAgency.ts'

/** Asks an agency for fields of applicants as the gateway does, by `_entities`, and answers them in the order of the NIKs. */
export async function askApplicants(
  agency: TestAgency,
  niks: readonly string[],
  fields: string,
): Promise<readonly unknown[]> {
  const { data, errors } = await agency.ask<{ readonly _entities: readonly unknown[] }>({
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant { ${fields} } } }`,
    variables: { representations: niks.map((nik) => ({ __typename: 'Applicant', nik })) },
  })
  if (errors !== undefined) throw new Error(`The agency answered with ${JSON.stringify(errors)}.`)
  return data?._entities ?? []
}
