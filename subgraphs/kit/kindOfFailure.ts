import { describeError } from '../../platform/describeError.ts'

/**
 * Why a field has no answer: NULL, where its type allows none; UNFIT, where its type does not have what was answered, such as an enum
 * value that is not known or no list; THROWN by a resolver, or by what it called.
 */
export type FailureKind = 'NULL' | 'UNFIT' | 'THROWN'

/** A frame of what executes an operation, by the function that it is of. */
const ofExecution = /^at (?:async )?((?:complete|execute)\w+) \(.*[\\/]graphql[\\/]execution[\\/]execute\.m?js:/

/**
 * The kind of a failure, by where it was thrown: GraphQL has no codes for it, and only texts that hold values. It calls resolvers in
 * `executeField`, and judges what they answered in functions whose names begin with `complete`.
 */
export function kindOfFailure(error: unknown): FailureKind {
  const steps = (describeError(error).at ?? []).map((frame) => ofExecution.exec(frame)?.[1])
  if (steps[0] === 'completeValue') return 'NULL'
  const nearest = steps.find((step) => step !== undefined)
  return nearest?.startsWith('complete') === true ? 'UNFIT' : 'THROWN'
}
