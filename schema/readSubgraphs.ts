import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agencies } from '../subgraphs/index.ts'
import type { SubgraphSource } from './composition/SubgraphSource.ts'

const sharedScalars = join(import.meta.dirname, 'scalars.graphql')

/** The six agencies as subgraphs: each one's SDL with the scalars that all share. */
export function readSubgraphs(): readonly SubgraphSource[] {
  return agencies.map(({ name, port, folder }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    sdl: [join(folder, 'schema.graphql'), sharedScalars].map((path) => readFileSync(path, 'utf8')).join('\n'),
  }))
}
