/** A number for a text, which is the same each time and looks like chance. */
export function hashOf(text: string): number {
  let hash = 2_166_136_261
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return (hash ^ (hash >>> 13)) >>> 0
}
