import { buildASTSchema, Kind, parse } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { prefixOf } from '../../platform/prefixOf.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { readTextFile } from '../../platform/readTextFile.ts'
import type { AgencyAddress } from './AgencyAddress.ts'

/** A supergraph as it stands in a file, and the agencies it is composed of. */
export interface Supergraph {
  readonly sdl: string
  /** All of its types, also those that clients do not see. */
  readonly schema: GraphQLSchema
  readonly agencies: readonly AgencyAddress[]
}

/** Answers an address to use instead of the supergraph's, or undefined. */
export type AddressOf = (agency: string) => string | undefined

const allowed = 'Allowed is the path of a supergraph of Federation 2, such as `npm run compose` writes.'

/**
 * Reads the supergraph that SUPERGRAPH_PATH names. Throws an EnvironmentError when there is none, or one address is given to two
 * agencies, and whatever `addressOf` throws.
 */
export async function readSupergraph(path: string, addressOf: AddressOf = () => undefined): Promise<Supergraph> {
  const sdl = await readText(path)
  const document = parseText(sdl)
  const composed = readAgencies(document)
  if (composed.length === 0)
    throw new EnvironmentError(`SUPERGRAPH_PATH names a file that is no supergraph. ${allowed}`)
  const agencies = composed.map(({ name, url }) => {
    const given = addressOf(name)
    const namesake = composed.find((other) => other.name !== name && prefixOf(other.name) === prefixOf(name))
    if (given === undefined || namesake === undefined) return { name, url: given ?? url }
    throw new EnvironmentError(
      `${prefixOf(name)}URL stands for ${name} as well as ${namesake.name}. Set none, so that the supergraph's hold, or rename one.`,
    )
  })
  return { sdl, schema: buildASTSchema(document, { assumeValidSDL: true }), agencies }
}

const mostBytes = 67_108_864

async function readText(path: string): Promise<string> {
  try {
    return await readTextFile(path, mostBytes)
  } catch {
    throw new EnvironmentError(`SUPERGRAPH_PATH names a file that cannot be read. ${allowed}`)
  }
}

function parseText(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true })
  } catch {
    throw new EnvironmentError(`SUPERGRAPH_PATH names a file that is not GraphQL. ${allowed}`)
  }
}

/** Composition lists the subgraphs as the values of an enum, `join__Graph`, each with `@join__graph(name:, url:)`. */
function readAgencies({ definitions }: DocumentNode): readonly AgencyAddress[] {
  return definitions
    .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
    .filter(({ name }) => name.value === 'join__Graph')
    .flatMap(({ values = [] }) => values.flatMap(({ directives = [] }) => directives))
    .filter(({ name }) => name.value === 'join__graph')
    .map((directive) => {
      const { name, url } = readArguments(directive)
      return { name: String(name), url: typeof url === 'string' ? url : '' }
    })
}
