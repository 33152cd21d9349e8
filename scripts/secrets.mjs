import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveCallKey } from '../platform/deriveCallKey.ts'
import { agencies } from './agencies.mjs'
import { withoutEmpty } from './withoutEmpty.mjs'

/**
 * Makes the secrets of a deployment: the gateway's three, and each agency's call key, database password and the URL with it.
 * With a folder (`npm run secrets -- .secrets`), each in a file of its own, as `docker-compose.yml` mounts them; without,
 * they are printed as an .env file. What the folder or the environment has already stays and the rest fits to it, so that an
 * agency that joins later, or a file that was deleted, gets what the others expect.
 */
const [folder] = process.argv.slice(2)

const random = () => randomBytes(32).toString('base64url')
const given = withoutEmpty(process.env)
const keep = (name, make) => readKept(name) ?? given[name] ?? make()

function readKept(name) {
  try {
    return folder === undefined ? undefined : readFileSync(join(folder, name), 'utf8').trim()
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
    return undefined
  }
}

function secretsOfAgency({ name, prefix }) {
  const role = name.replaceAll('-', '_')
  const password = keep(`${prefix}DATABASE_PASSWORD`, random)
  return {
    [`${prefix}CALL_KEY`]: keep(`${prefix}CALL_KEY`, () => deriveCallKey(callSecret, name)),
    [`${prefix}DATABASE_PASSWORD`]: password,
    [`${prefix}DATABASE_URL`]: keep(
      `${prefix}DATABASE_URL`,
      () => `postgres://${role}:${encodeURIComponent(password)}@postgres:5432/${role}`,
    ),
  }
}

const callSecret = keep('CALL_SECRET', random)
const secrets = Object.assign(
  {
    CALL_SECRET: callSecret,
    CACHE_SECRET: keep('CACHE_SECRET', random),
    LEDGER_SECRET: keep('LEDGER_SECRET', random),
    POSTGRES_PASSWORD: keep('POSTGRES_PASSWORD', random),
  },
  ...agencies.map(secretsOfAgency),
)

if (folder === undefined) {
  process.stdout.write(
    Object.entries(secrets)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  )
} else {
  // Nobody else gets into the folder; in a container, a file is its process's to read, whatever user that has.
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const missing = Object.entries(secrets).filter(([name]) => readKept(name) === undefined)
  for (const [name, value] of missing) writeFileSync(join(folder, name), value, { mode: 0o444 })
}
