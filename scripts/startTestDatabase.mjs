import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from './startEmbeddedPostgres.mjs'

/**
 * The PostgreSQL that TEST_DATABASE_URL names, which is left alone afterwards, else one that is gone with its data
 * after `stop`. `url` is a superuser's connection.
 *
 * @param {{ readonly environment: NodeJS.ProcessEnv, readonly signal?: AbortSignal }} options
 * @returns {Promise<{ readonly url: string, readonly stop: () => Promise<void> }>}
 */
export async function startTestDatabase({ environment, signal }) {
  const given = environment.TEST_DATABASE_URL
  return given ? useDatabase(given) : startDatabase(signal)
}

async function useDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    const { rows } = await client.query("SELECT current_setting('is_superuser') AS answer")
    if (rows[0].answer !== 'on') throw new Error('its user is not a superuser')
  } catch (error) {
    throw new Error(`The server that TEST_DATABASE_URL names cannot be used: ${error.message}.`, { cause: error })
  } finally {
    await client.end()
  }
  return { url, stop: async () => {} }
}

async function startDatabase(signal) {
  const dataDir = await mkdtemp(join(tmpdir(), 'satu-atap-test-'))
  await chmod(dataDir, 0o711)
  const remove = () => rm(dataDir, { recursive: true, force: true })
  try {
    const { adminUrl, stop } = await startEmbeddedPostgres({ dataDir, durable: false, signal })
    return { url: adminUrl, stop: () => stop().then(remove) }
  } catch (error) {
    await remove()
    throw error
  }
}
