import { startTestDatabase } from './startTestDatabase.mjs'
import { startTestRedis } from './startTestRedis.mjs'

/**
 * Starts what tests talk to, unless the environment names a server to use: a PostgreSQL and a Redis that forget
 * everything at the end. Throws an error that says what to do.
 *
 * @param {{ readonly environment: NodeJS.ProcessEnv, readonly signal?: AbortSignal }} options
 * @returns {Promise<{ readonly environment: { readonly TEST_DATABASE_URL: string, readonly TEST_REDIS_URL: string },
 *   readonly stop: () => Promise<void> }>}
 *   `environment` is for the tests: TEST_DATABASE_URL is a superuser's connection, TEST_REDIS_URL that of a Redis whose
 *   content is the tests' own
 */
export async function startTestServices({ environment, signal }) {
  const redis = await startTestRedis({ environment, signal })
  try {
    const database = await startTestDatabase({ environment, signal })
    return {
      environment: { TEST_DATABASE_URL: database.url, TEST_REDIS_URL: redis.url },
      stop: async () => {
        await Promise.all([database.stop(), redis.stop()])
      },
    }
  } catch (error) {
    await redis.stop()
    throw error
  }
}
