import type { ServerResponse } from 'node:http'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse } from 'graphql'
import { startHttpStub } from './startHttpStub.ts'
import type { HttpStub } from './startHttpStub.ts'

/** A subgraph in this process, over real HTTP. It knows nothing of call tokens. */
export interface TestSubgraph extends HttpStub {
  readonly name: string
  readonly sdl: string
  /** Lets a function answer the calls from here on, or the schema again. */
  readonly behaveAs: (behaviour: ((response: ServerResponse) => void) | null) => void
}

export interface SubgraphOptions {
  readonly name: string
  readonly sdl: string
  readonly resolvers: object
}

interface Call {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

/** Starts a subgraph on a free port. */
export async function startSubgraph({ name, sdl, resolvers }: SubgraphOptions): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { ...resolvers } })
  let behaviour: ((response: ServerResponse) => void) | null = null

  async function answer(response: ServerResponse, body: string): Promise<void> {
    const { query, variables } = JSON.parse(body) as Call
    const result = await graphql({ schema, source: query, variableValues: variables ?? {} })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result))
  }

  const stub = await startHttpStub((response, { body }) => {
    if (behaviour === null) void answer(response, body)
    else behaviour(response)
  })
  return {
    ...stub,
    name,
    sdl,
    behaveAs(next) {
      behaviour = next
    },
  }
}
