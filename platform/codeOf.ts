/** The code of an error that the operating system or a library gave, such as ENOENT; undefined for anything else. */
export function codeOf(thrown: unknown): string | undefined {
  const hasCode = typeof thrown === 'object' && thrown !== null && 'code' in thrown
  return hasCode && typeof thrown.code === 'string' ? thrown.code : undefined
}
