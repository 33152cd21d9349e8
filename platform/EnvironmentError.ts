/** Thrown when the environment cannot be used; the message names each wrong variable and what is allowed, never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}
