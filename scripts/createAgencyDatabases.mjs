import { createHmac, randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * Gives every agency a database and a role that owns it, named alike, and shuts everybody else's roles out of it. What
 * exists already keeps its data, so it may be called on every start. The passwords follow from the superuser's, which
 * need not be kept in a second place, and stay the same as long as it does.
 *
 * @param {string} adminUrl a superuser's connection to the server
 * @param {readonly string[]} agencies names such as `police-clearance`
 * @param {{ readonly prefix?: string }} [options] put before each database and role name
 * @returns {Promise<Record<string, string>>} by agency, the URL of its database with its role
 */
export async function createAgencyDatabases(adminUrl, agencies, { prefix = '' } = {}) {
  const admin = new URL(adminUrl)
  const accounts = agencies.map((agency) => {
    const name = `${prefix}${agency}`.replaceAll('-', '_')
    return { agency, name, password: derivePassword(admin, name) }
  })
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const roles = await namesIn(client, 'SELECT rolname AS name FROM pg_roles')
    const databases = await namesIn(client, 'SELECT datname AS name FROM pg_database')
    await client.query(accounts.map((account) => roleStatement(account, roles)).join(';'))
    for (const { name } of accounts) {
      if (!databases.has(name)) await client.query(`CREATE DATABASE "${name}" OWNER "${name}" TEMPLATE template0`)
    }
    await client.query(accounts.map(({ name }) => `REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`).join(';'))
  } finally {
    await client.end()
  }
  return Object.fromEntries(accounts.map(({ agency, name, password }) => [agency, urlOf(admin, name, password)]))
}

/** A server that trusts its superuser without a password gives nothing to derive from. */
function derivePassword(admin, name) {
  if (admin.password === '') return randomBytes(24).toString('base64url')
  return createHmac('sha256', decodeURIComponent(admin.password)).update(name).digest('base64url')
}

async function namesIn(client, query) {
  const { rows } = await client.query(query)
  return new Set(rows.map(({ name }) => name))
}

/** The password is set every time, since the superuser's may have changed in between. */
function roleStatement({ name, password }, existing) {
  return `${existing.has(name) ? 'ALTER' : 'CREATE'} ROLE "${name}" LOGIN PASSWORD '${password}'`
}

function urlOf(admin, name, password) {
  const url = new URL(admin)
  url.username = name
  url.password = password
  url.pathname = name
  return url.href
}
