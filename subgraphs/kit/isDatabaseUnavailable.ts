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

/** SQLSTATE: connection exceptions, a server that shuts down or starts, and too few resources (PostgreSQL, appendix A). */
const ofTheServer = /^(08...|57P0[1-4]|53...)$/

/** What `pg` says without any code. */
const ofTheClient =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether an error says that the database could not be reached, so that asking again later may help. */
export function isDatabaseUnavailable(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) return ofTheClient.test(error.message)
  return ofTheNetwork.has(code) || ofTheServer.test(code)
}
