import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const files = ['scalars.graphql', 'cacheControl.graphql', 'lookup.graphql', 'access.graphql']

/** What every agency's SDL stands on: scalars, and the directives that say how long answers may be kept, what finds an entity and who may see it. */
export function readSharedDefinitions(): string {
  return files.map((name) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')).join('\n')
}
