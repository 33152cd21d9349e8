import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

/** Composes subgraphs, given by name, and answers the supergraph's SDL. */
export function composeTestSupergraph(subgraphs: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({
      name,
      typeDefs: parse(sdl),
      url: `http://${name}.test/graphql`,
    })),
  )
  if (supergraphSdl === undefined) throw new Error(`The test's subgraphs do not compose: ${String(errors)}`)
  return supergraphSdl
}
