import type { Segment } from './listSegments.ts'

/** Which segments are missing between those that are there, in sentences. */
export function findGaps(segments: readonly Segment[]): readonly string[] {
  return segments.flatMap(({ number }, index) => {
    const before = segments[index - 1]?.number ?? number - 1
    if (number === before + 1) return []
    if (number === before + 2) return [`Segment ${before + 1} is missing.`]
    return [`Segments ${before + 1} to ${number - 1} are missing.`]
  })
}
