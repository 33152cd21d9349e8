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
  /** Gives its answers a `cache-control` header from here on, or none. */
  readonly allow: (cacheControl: string | null) => void
  /** Keeps answers back, made but not sent, until the function is called that it answers. */
  readonly hold: () => () => void
  /** The representations of each call for entities so far. */
  readonly asked: () => readonly (readonly unknown[])[]
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
  let cacheControl: string | null = null
  let gate = Promise.resolve()

  async function answer(response: ServerResponse, body: string): Promise<void> {
    const { query, variables } = JSON.parse(body) as Call
    const result = await graphql({ schema, source: query, variableValues: variables ?? {} })
    if (cacheControl !== null) response.setHeader('cache-control', cacheControl)
    await gate
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
    allow(next) {
      cacheControl = next
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return resolve
    },
    asked: () =>
      stub.requests.flatMap(({ body }) => {
        const { variables } = JSON.parse(body) as Call
        return Array.isArray(variables?.['representations']) ? [variables['representations']] : []
      }),
  }
}
