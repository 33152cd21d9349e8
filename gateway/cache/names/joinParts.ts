/** Texts as one: each with its length in front, so that no other list of texts gives the same. */
export function joinParts(parts: readonly string[]): string {
  let joined = `${parts.length};`
  for (const part of parts) joined += `${part.length}:${part}`
  return joined
}
