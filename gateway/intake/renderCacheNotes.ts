import type { CacheNote } from '../cache/CacheNote.ts'

/**
 * The header `x-cache`, for developers: `passport:Applicant=cached;why=fresh;count=50`, with commas between what was answered
 * in different ways. It holds no value.
 */
export function renderCacheNotes(notes: readonly CacheNote[]): string {
  const counts = new Map<string, number>()
  for (const { agency, type, source, why } of notes) {
    const line = `${agency.replaceAll(/[^\w-]/g, '_')}:${type}=${source};why=${why}`
    counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return [...counts].map(([line, count]) => `${line};count=${count}`).join(', ')
}
