import { join } from 'node:path'

/** Where the head of a ledger lies: the small file that says what its last entry is. */
export function headPath(directory: string): string {
  return join(directory, 'head.json')
}
