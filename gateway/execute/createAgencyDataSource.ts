import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import type { GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Logger } from '../../platform/Logger.ts'
import type { AgencyAnswer } from '../agency/AgencyAnswer.ts'
import type { Dispatch } from '../agency/Dispatch.ts'
import type { RequestContext } from '../context.ts'
import type { Fetch } from './Fetch.ts'
import type { FetchShape } from './FetchShape.ts'
import type { Place } from './Place.ts'
import { compileFetch } from './compileFetch.ts'
import { createErrorReader } from './createErrorReader.ts'
import { fillGaps } from './fillGaps.ts'
import type { Filled } from './fillGaps.ts'
import { fitData } from './fitData.ts'
import { logErrors } from './logErrors.ts'
import type { AgencyLog } from './logErrors.ts'
import { logFailure } from './logFailure.ts'
import { nullData } from './nullData.ts'
import { readRepresentations } from './readRepresentations.ts'
import { recordProvenance } from './recordProvenance.ts'
import { writeGaps } from './writeGaps.ts'

export interface AgencyDataSourceOptions {
  /** The subgraph's name in the supergraph. */
  readonly agency: string
  readonly url: string
  readonly dispatch: Dispatch
  /** The supergraph, whole, as a schema. */
  readonly schema: GraphQLSchema
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly logger: Logger
}

/** Texts whose shapes are kept, and the characters they may have together. Plans are kept too, so their texts come again. */
const mostTexts = 1_000
const mostCharacters = 2_000_000

type Options = GraphQLDataSourceProcessOptions<RequestContext>
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>

/**
 * One agency as the engine sees it. Whatever the agency does, `process` resolves to data that the plan can go on with:
 * what is missing is null and has an error of the table at its place. What came and what did not is noted as provenance.
 */
export function createAgencyDataSource(options: AgencyDataSourceOptions): GraphQLDataSource<RequestContext> {
  const { agency, url, dispatch, schema, clock, logger } = options
  const shapes = new LRUCache<string, FetchShape>({ max: mostTexts, maxSize: mostCharacters })
  const readerOf = createErrorReader(schema, agency)

  function shapeOf(text: string): FetchShape {
    const known = shapes.get(text)
    if (known !== undefined) return known
    const shape = compileFetch(schema, text)
    shapes.set(text, shape, { size: text.length + 1 })
    return shape
  }

  async function ask(fetch: Fetch, request: Options['request'], context: RequestContext): Promise<Filled> {
    const { correlationId, deadline, asker } = context
    const { query = '', operationName } = request
    const { kind } = fetch.shape
    let unfit: readonly Place[] = []
    function fits({ data }: AgencyAnswer): boolean {
      const places = data === null ? [] : fitData(data, fetch)
      unfit = places ?? []
      return places !== undefined
    }
    const { variables } = fetch
    const call = { agency, url, query, variables, kind, deadline, correlationId, asker, fits }
    const reader = readerOf(correlationId)
    const log: AgencyLog = { logger, agency, correlationId }
    try {
      const answer = await dispatch(operationName === undefined ? call : { ...call, operationName })
      logErrors(answer.errors, reader, log)
      if (unfit.length > 0)
        logger.warn({ agency, correlationId, count: unfit.length }, 'an agency answered unfit values')
      const { data, gaps } = fillGaps(answer, fetch, reader)
      return { data, gaps: [...gaps, ...unfit.map((place) => ({ ...reader.broken, place }))] }
    } catch (error) {
      logFailure(error, log)
      const { data, gaps } = nullData(fetch)
      return { data, gaps: gaps.map((place) => ({ ...reader.unavailable, place })) }
    }
  }

  async function process(given: Options): Promise<Response> {
    // Health checks and introspection belong to gateways that are composed at run time.
    if (!('incomingRequestContext' in given)) throw new Error('Only fetches of a plan are answered.')
    const { request, context } = given
    const shape = shapeOf(request.query ?? '')
    const variables = request.variables ?? {}
    const representations = shape.entityOf === undefined ? [] : readRepresentations(variables)
    const fetch: Fetch = { shape, variables, representations }
    const askedAt = clock()
    const { data, gaps } = await ask(fetch, request, context)
    recordProvenance(context.provenance, { agency, fetch, gaps, askedAt })
    return gaps.length === 0 ? { data } : { data, errors: writeGaps(gaps) }
  }
  return { process }
}
