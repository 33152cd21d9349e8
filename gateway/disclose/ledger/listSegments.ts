import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of entries. */
export interface Segment {
  readonly number: number
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** The segments of a directory, in the order of their numbers. */
export async function listSegments(directory: string): Promise<readonly Segment[]> {
  const names = await readdir(directory)
  const segments: Segment[] = []
  for (const name of names.filter((one) => /^\d{6,}\.jsonl$/.test(one))) {
    const path = join(directory, name)
    segments.push({ number: Number.parseInt(name, 10), path, size: (await stat(path)).size })
  }
  return segments.toSorted((one, other) => one.number - other.number)
}
