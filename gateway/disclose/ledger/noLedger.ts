/** What is said of a directory that holds nothing of a ledger, such as one whose disk is not mounted. */
export const noLedger = 'There is no ledger in LEDGER_PATH.'
