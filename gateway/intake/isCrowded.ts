const backslash = 92
const quote = 34

/** Before each value of a JSON text, and each name, stands one of these, but for the first value. */
const marks = new Set(Array.from('[{,:', (mark) => mark.charCodeAt(0)))

/**
 * Whether a JSON text has more than so many brackets that open, commas and colons outside of its strings: as many objects are made
 * of it, which take a hundred times as long as a string of that length. It reads no further than the first too many.
 */
export function isCrowded(text: string, most: number): boolean {
  if (text.length <= most) return false
  let found = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) index = endOfString(text, index)
    else if (marks.has(code)) found += 1
    if (found > most) return true
  }
  return false
}

/** Where the string that begins there ends, or the text. */
function endOfString(text: string, begin: number): number {
  let index = begin + 1
  while (index < text.length && text.charCodeAt(index) !== quote) index += text.charCodeAt(index) === backslash ? 2 : 1
  return index
}
