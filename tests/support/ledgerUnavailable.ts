import { expect } from '@jest/globals'

/** What a ledger refuses an entry with that it cannot put on disk. */
export const ledgerUnavailable: unknown = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'LEDGER_UNAVAILABLE', retryable: true }),
})
