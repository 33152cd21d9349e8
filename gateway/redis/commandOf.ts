import { isRecord } from '../../platform/isRecord.ts'

/** The name of the command that Redis refused by this error, such as `select`; never its arguments. */
export function commandOf(error: unknown): string | undefined {
  const command = error instanceof Error && 'command' in error ? error.command : undefined
  return isRecord(command) && typeof command['name'] === 'string' ? command['name'] : undefined
}
