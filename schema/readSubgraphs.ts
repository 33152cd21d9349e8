import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agencies } from '../subgraphs/index.ts'
import type { SubgraphSource } from './composition/SubgraphSource.ts'
import { readSharedDefinitions } from './shared/readSharedDefinitions.ts'

/** The six agencies as subgraphs: each one's SDL with what all share. */
export function readSubgraphs(): readonly SubgraphSource[] {
  return agencies.map(({ name, port, folder }) => ({
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    sdl: `${readFileSync(join(folder, 'schema.graphql'), 'utf8')}\n${readSharedDefinitions()}`,
  }))
}
