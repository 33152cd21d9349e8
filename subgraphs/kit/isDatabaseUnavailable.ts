import { ConnectionError } from './ConnectionError.ts'

/** What Node says of a connection that cannot be made or was lost. */
const ofTheNetwork = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
])

/**
 * SQLSTATE of a statement: connection exceptions, a server that shuts down or starts, a database that is dropped, a connection that
 * was idle for too long, and too few resources (PostgreSQL, appendix A). That a database or a role is not there, or not ready, is
 * told while connecting (see ConnectionError); of a statement the same codes tell of a mistake in it.
 */
const ofTheServer = /^(08...|57P0[1-5]|53...)$/

/** What `pg` says without any code. */
const ofTheClient =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error says that the database could not be reached or let nobody in, so that asking again later may help. */
export function isDatabaseUnavailable(error: Error): boolean {
  if (error instanceof ConnectionError) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) return ofTheClient.test(error.message)
  return ofTheNetwork.has(code) || ofTheServer.test(code)
}
