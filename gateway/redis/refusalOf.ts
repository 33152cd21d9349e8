/** The first word of an error that Redis replied with, such as OOM. The words behind it may hold a name of a user or a key. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  // A client of a cluster tells what the last node said.
  if ('lastNodeError' in error) return refusalOf(error.lastNodeError)
  return error.name === 'ReplyError' ? /^[A-Z]+(?= )/.exec(error.message)?.[0] : undefined
}
