import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const files = ['scalars.graphql', 'cacheControl.graphql']

/** What every agency's SDL stands on: the scalars that all share, and the directive that says how long answers may be kept. */
export function readSharedDefinitions(): string {
  return files.map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')).join('\n')
}
