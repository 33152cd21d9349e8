/** The secret behind the ledger on a developer's machine. It is public, so production refuses it. */
export const developmentLedgerSecret = 'satu-atap-development-ledger-secret-known-to-all'
