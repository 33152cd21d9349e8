/** What an error says, whatever was thrown. Only for texts that hold nothing of anybody. */
export function messageOf(thrown: unknown): string {
  return Error.isError(thrown) ? thrown.message : 'The reason is not known.'
}
