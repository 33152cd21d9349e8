import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

export interface ComposedSubgraph {
  readonly name: string
  readonly url: string
  readonly sdl: string
}

/** The supergraph of some subgraphs, as text. */
export function composeSupergraph(subgraphs: readonly ComposedSubgraph[]): string {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }))
  const { errors, supergraphSdl } = composeServices(services)
  if (supergraphSdl === undefined)
    throw new Error(`no composition: ${errors?.map(({ message }) => message).join('; ')}`)
  return supergraphSdl
}
