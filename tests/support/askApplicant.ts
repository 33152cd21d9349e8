import { readField } from './readField.ts'
import type { TestGateway } from './startGateway.ts'

/** Asks a gateway for fields of one applicant. What `Value` says of it is the test's to know. Throws when the answer has errors. */
export async function askApplicant<Value>(gateway: TestGateway, nik: string, fields: string): Promise<Value> {
  const answer = await gateway.post({
    query: `query($nik: NIK!) { applicant(nik: $nik) { ${fields} } }`,
    variables: { nik },
  })
  const { errors } = answer.body
  if (errors !== undefined) throw new Error(`The gateway answered with ${JSON.stringify(errors)}.`)
  return readField(answer, 'applicant')
}
