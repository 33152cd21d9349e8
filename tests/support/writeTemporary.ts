import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that is there until it is removed. */
export interface TemporaryFile {
  readonly path: string
  readonly write: (text: string) => Promise<void>
  readonly remove: () => Promise<void>
}

/** Writes a file in a folder of its own. */
export async function writeTemporary(text: string): Promise<TemporaryFile> {
  const folder = await mkdtemp(join(tmpdir(), 'file-'))
  const path = join(folder, 'file')
  const write = (next: string): Promise<void> => writeFile(path, next)
  await write(text)
  return { path, write, remove: () => rm(folder, { recursive: true }) }
}
