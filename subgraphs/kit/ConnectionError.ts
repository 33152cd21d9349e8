import { codeOf } from '../../platform/codeOf.ts'

/**
 * Thrown when no connection to the database could be had, whatever the reason. It keeps the code, since one and the same code
 * says another thing of a statement, such as 55000.
 */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly code: string | undefined

  constructor(cause: unknown) {
    super('There is no connection to the database.', { cause })
    this.code = codeOf(cause)
  }
}
