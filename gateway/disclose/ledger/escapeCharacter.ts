/** A UTF-16 code unit as JSON has it where it must not stand for itself: `\u0020` for a space. */
export function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
