import pg from 'pg'

/**
 * Whether PostgreSQL refused a command because of where it stood (see `runInside`): one that begins or ends a transaction, or
 * copies from or to a client. The code alone, `feature_not_supported`, is that of much else.
 */
export function isRefusedInside(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'exec_stmt_dynexecute'
}
