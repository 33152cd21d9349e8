import { createAgencyDatabases } from './createAgencyDatabases.mjs'
import { lastLines } from './lastLines.mjs'
import { startEmbeddedPostgres } from './startEmbeddedPostgres.mjs'

/**
 * Gives every agency a database: the one its environment variable or the file of that names, else one of its own in an embedded PostgreSQL,
 * which is started only when some agency needs it.
 *
 * @param {{ readonly agencies: readonly { readonly name: string, readonly prefix: string }[],
 *   readonly environment: NodeJS.ProcessEnv, readonly dataDir: string, readonly log: string, readonly signal: AbortSignal }} options
 * @returns {Promise<{ readonly environment: Record<string, string>, readonly failed: Promise<never>, readonly stop: () => Promise<void> }>}
 *   `environment` is what the agencies need beside what is given; `failed` rejects, with the end of its log, when the
 *   embedded PostgreSQL ends
 */
export async function provideDatabases({ agencies, environment, dataDir, log, signal }) {
  const names = ['DATABASE_URL', 'DATABASE_URL_FILE']
  const without = agencies.filter(({ prefix }) => !names.some((name) => environment[`${prefix}${name}`]))
  if (without.length === 0) return { environment: {}, failed: new Promise(() => {}), stop: async () => {} }

  const create = (adminUrl) =>
    createAgencyDatabases(
      adminUrl,
      agencies.map(({ name }) => name),
    )
  const { adminUrl, ended, stop } = await startEmbeddedPostgres({ dataDir, log, signal, prepare: create })
  const failed = ended.then((how) => {
    throw new Error(`PostgreSQL ended unexpectedly (${how}). The end of ${log}:\n${lastLines(log, 20)}`)
  })
  failed.catch(() => {}) // Whoever waits is told; nobody waits while everything is being stopped.
  try {
    const urls = await create(adminUrl)
    const variables = without.map(({ name, prefix }) => [`${prefix}DATABASE_URL`, urls[name]])
    return { environment: Object.fromEntries(variables), failed, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
