import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from './SourceFile.ts'

const root = join(import.meta.dirname, '../..')

/** Folders whose files are not ours, or not source. */
const foreign = new Set(['node_modules', 'coverage', 'peers'])

/** Where source must be found: a rule that looks at nothing would hold. */
const inhabited = ['gateway/', 'platform/', 'schema/', 'scripts/', 'subgraphs/', 'tests/']

/** Every file of the project but hidden, installed and measured ones. Throws when a folder of source is empty. */
export function readProject(): readonly SourceFile[] {
  const files = pathsIn('').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const empty = inhabited.filter(
    (folder) => !files.some(({ path }) => path.startsWith(folder) && /\.m?ts$|\.mjs$/.test(path)),
  )
  if (empty.length > 0) throw new Error(`No source was found in ${empty.join(', ')}.`)
  return files
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || foreign.has(entry.name)) return []
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return pathsIn(path)
    return entry.isFile() ? [path] : []
  })
}
