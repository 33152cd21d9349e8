import { join } from 'node:path'

/** Where the segment with this number lies. */
export function segmentPath(directory: string, number: number): string {
  return join(directory, `${String(number).padStart(6, '0')}.jsonl`)
}
