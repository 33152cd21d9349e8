/** Why a process does not start whose ledger is in use. */
export const anotherProcess =
  'LEDGER_PATH is the ledger of another process. Allowed is a directory of its own for every gateway.'
