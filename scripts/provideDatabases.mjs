import { createAgencyDatabases } from './createAgencyDatabases.mjs'
import { startEmbeddedPostgres } from './startEmbeddedPostgres.mjs'

/**
 * Gives every agency a database: the one its environment variable names, else one of its own in an embedded PostgreSQL,
 * which is started only when some agency needs it.
 *
 * @param {{ readonly agencies: readonly { readonly name: string, readonly prefix: string }[],
 *   readonly environment: NodeJS.ProcessEnv, readonly dataDir: string, readonly log: string, readonly signal: AbortSignal }} options
 * @returns {Promise<{ readonly environment: Record<string, string>, readonly stop: () => Promise<void> }>}
 *   `environment` is what the agencies need beside what is given
 */
export async function provideDatabases({ agencies, environment, dataDir, log, signal }) {
  const without = agencies.filter(({ prefix }) => !environment[`${prefix}DATABASE_URL`])
  if (without.length === 0) return { environment: {}, stop: async () => {} }

  const create = (adminUrl) =>
    createAgencyDatabases(
      adminUrl,
      agencies.map(({ name }) => name),
    )
  const { adminUrl, stop } = await startEmbeddedPostgres({ dataDir, log, signal, prepare: create })
  try {
    const urls = await create(adminUrl)
    const variables = without.map(({ name, prefix }) => [`${prefix}DATABASE_URL`, urls[name]])
    return { environment: Object.fromEntries(variables), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
