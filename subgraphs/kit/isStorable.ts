/** Whether PostgreSQL can hold every text in a value, however deep: it knows no NUL, and UTF-8 no half of a surrogate pair. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  return typeof value === 'object' && value !== null ? Object.values(value).every(isStorable) : true
}
