import { randomBytes } from 'node:crypto'
import { deriveCallKey } from '../platform/deriveCallKey.ts'
import { agencies } from './agencies.mjs'

/**
 * Prints the secrets of a deployment as an .env file: the gateway's three, and each agency's call key and database password.
 * With CALL_SECRET set, the call keys are made from it, so an agency that joins later gets a key that fits.
 */
const random = () => randomBytes(32).toString('base64url')
const callSecret = process.env.CALL_SECRET ?? random()

const lines = agencies.flatMap(({ name, prefix }) => [
  `${prefix}CALL_KEY=${deriveCallKey(callSecret, name)}`,
  `${prefix}DATABASE_PASSWORD=${random()}`,
])
const own = [
  `CALL_SECRET=${callSecret}`,
  `CACHE_SECRET=${random()}`,
  `LEDGER_SECRET=${random()}`,
  `POSTGRES_PASSWORD=${random()}`,
]
process.stdout.write([...own, ...lines, ''].join('\n'))
