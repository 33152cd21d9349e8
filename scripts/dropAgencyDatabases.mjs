import pg from 'pg'

/**
 * Takes away what `createAgencyDatabases` made with the same arguments, and ends the connections that are still open.
 *
 * @param {string} adminUrl
 * @param {readonly string[]} agencies
 * @param {{ readonly prefix?: string }} [options]
 */
export async function dropAgencyDatabases(adminUrl, agencies, { prefix = '' } = {}) {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    for (const agency of agencies) {
      const name = `${prefix}${agency}`.replaceAll('-', '_')
      await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await client.query(`DROP ROLE IF EXISTS "${name}"`)
    }
  } finally {
    await client.end()
  }
}
