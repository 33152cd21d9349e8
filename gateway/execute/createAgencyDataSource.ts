import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { LRUCache } from 'lru-cache'
import type { RequestContext } from '../context.ts'
import type { AgencySource, AskSource } from './createAgencySource.ts'
import { readRepresentations } from './readRepresentations.ts'
import { writeGaps } from './writeGaps.ts'

/** Texts that are kept open, and the characters they may have together. Plans are kept too, so their texts come again. */
const mostTexts = 1_000
const mostCharacters = 2_000_000

type Options = GraphQLDataSourceProcessOptions<RequestContext>
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>

/** One agency as Apollo's executor sees it. `process` resolves whatever the agency does, see `AskSource`. */
export function createAgencyDataSource(source: AgencySource): GraphQLDataSource<RequestContext> {
  const texts = new LRUCache<string, AskSource>({ max: mostTexts, maxSize: mostCharacters })

  function askerOf(query: string): AskSource {
    const ask = texts.get(query) ?? source.open({ query })
    texts.set(query, ask, { size: query.length + 1 })
    return ask
  }

  async function process(given: Options): Promise<Response> {
    // Health checks and introspection belong to gateways that are composed at run time.
    if (!('incomingRequestContext' in given)) throw new Error('Only fetches of a plan are answered.')
    const { request, context } = given
    const { query = '', variables = {} } = request
    const representations = 'representations' in variables ? readRepresentations(variables) : []
    const { data, gaps } = await askerOf(query)({ variables, representations, context })
    return gaps.length === 0 ? { data } : { data, errors: writeGaps(gaps) }
  }
  return { process }
}
