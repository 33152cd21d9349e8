import pg from 'pg'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'

export interface ReachOptions {
  readonly url: string
  /** The environment variable that the URL comes from. */
  readonly variable: string
  /** Milliseconds that the server may take to let us in. */
  readonly limit?: number
}

/** What is wrong, by Node's code or PostgreSQL's (SQLSTATE, appendix A). */
const complaints: Readonly<Record<string, string>> = {
  '28P01': 'names a user whom the server does not let in with that password.',
  '28000': 'names a user whom the server does not let in.',
  '3D000': 'names a database that the server does not have.',
  '53300': 'names a server that has no connection left.',
  '57P03': 'names a server that is only starting or already stopping.',
  ECONNREFUSED: 'names a host and port where nobody listens.',
  ENOTFOUND: 'names a host that is not known.',
}

/**
 * Resolves once the database of a URL lets us in. Throws an EnvironmentError that names the variable, and shows nothing of
 * the URL, when it does not, within five seconds unless told otherwise.
 */
export async function reachDatabase({ url, variable, limit = 5_000 }: ReachOptions): Promise<void> {
  try {
    await connectOnce(url, limit)
  } catch (error) {
    const complaint =
      complaints[readText(error, 'code')] ?? `names a database that cannot be reached${reasonOf(error, limit)}.`
    throw new EnvironmentError(`${variable} ${complaint} Allowed is the URL of a PostgreSQL database that answers.`)
  }
}

async function connectOnce(connectionString: string, connectionTimeoutMillis: number): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis })
  // What fails the connection is thrown below; without a listener, its event would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } finally {
    await client.end()
  }
}

/** Its code, where it has one that says something; a message may hold anything of the URL. */
function reasonOf(error: unknown, limit: number): string {
  const code = readText(error, 'code')
  if (code !== '') return ` (${code})`
  return readText(error, 'message') === 'timeout expired' ? ` within ${limit / 1000} seconds` : ''
}

function readText(error: unknown, name: 'code' | 'message'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  return typeof value === 'string' ? value : ''
}
