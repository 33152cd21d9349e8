import type { Logger } from '../../../platform/Logger.ts'

/** The logger that Apollo's packages ask for. */
export interface QuietLogger {
  readonly debug: () => void
  readonly info: () => void
  readonly warn: () => void
  readonly error: () => void
}

/** Tells that a library has something to say, but not what: its messages quote errors, and those quote values. */
export function createQuietLogger(logger: Logger): QuietLogger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => logger.warn('the GraphQL library warned'),
    error: () => logger.error('the GraphQL library reported an error'),
  }
}
