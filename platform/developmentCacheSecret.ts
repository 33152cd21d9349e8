/** The secret behind the cache on a developer's machine. It is public, so production refuses it. */
export const developmentCacheSecret = 'satu-atap-development-cache-secret-known-to-all'
