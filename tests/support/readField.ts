import type { GraphAnswer } from './startGateway.ts'

/** A root field of an answer. What `Value` says of it is the test's to know. Throws when the answer has no such field. */
export function readField<Value>({ body }: GraphAnswer, field: string): Value {
  const data = body.data ?? {}
  if (data[field] === undefined) throw new Error(`The answer has no ${field}: ${JSON.stringify(body.errors)}`)
  return data[field] as Value
}
