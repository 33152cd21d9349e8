/** An operation has no plan that knows in time what agencies need of each other for it. */
export class UnplannableError extends Error {
  override readonly name = 'UnplannableError'
}
