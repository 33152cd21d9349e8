import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import { readSubgraphs } from '../../schema/readSubgraphs.ts'
import type { StubAgencies } from './StubAgencies.ts'
import { createAnswerer } from './createAnswerer.ts'
import { serveAgency } from './serveAgency.ts'

/** Starts the six agencies in this process, each with its own SDL and the values of the mock, on free ports of loopback. */
export async function startAgencies(): Promise<StubAgencies> {
  let delay = 0
  let calls = 0
  const behaviour = {
    delay: () => delay,
    onCall() {
      calls += 1
    },
  }
  const served = await Promise.all(
    readSubgraphs().map(async ({ name, sdl }) => {
      const schema = buildSubgraphSchema({ typeDefs: parse(sdl) })
      return { name, ...(await serveAgency(createAnswerer(schema), behaviour)) }
    }),
  )
  return {
    urls: new Map(served.map(({ name, url }) => [name, url])),
    async setDelay(milliseconds) {
      delay = milliseconds
    },
    async takeCalls() {
      const taken = calls
      calls = 0
      return taken
    },
    async stop() {
      await Promise.all(served.map(({ stop }) => stop()))
    },
  }
}
