import type { Mask } from '../../schema/access/masks.ts'

/** What is shown in place of a value: null where it is no text that can be masked. */
export function maskValue(value: unknown, mask: Mask): string | null {
  if (typeof value !== 'string') return null
  switch (mask) {
    case 'LAST4':
      return lastFour(value)
    case 'INITIALS':
      return initials(value)
    case 'YEAR_ONLY':
      return yearOnly(value)
    default:
      return mask satisfies never
  }
}

/** Of a short text, half is shown at most. */
function lastFour(text: string): string {
  const characters = Array.from(text)
  const shown = Math.min(4, Math.floor(characters.length / 2))
  return '*'.repeat(characters.length - shown) + characters.slice(characters.length - shown).join('')
}

function initials(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return words.map((word) => `${Array.from(word)[0] ?? ''}.`).join(' ')
}

/** A date stays a date, and an instant an instant. */
function yearOnly(text: string): string | null {
  const [year] = /^\d{4}(?=-)/.exec(text) ?? []
  if (year === undefined) return null
  return text.includes('T') ? `${year}-01-01T00:00:00.000Z` : `${year}-01-01`
}
