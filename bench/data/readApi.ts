import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { projectRoot } from '../../scripts/projectRoot.mjs'

/** The schema that clients of the gateway see. */
export function readApi(): GraphQLSchema {
  return buildSchema(readFileSync(join(projectRoot, 'schema', 'api.graphql'), 'utf8'))
}
