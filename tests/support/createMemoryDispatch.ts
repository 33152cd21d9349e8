import { buildSubgraphSchema } from '@apollo/subgraph'
import { graphql, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js'
import type { AgencyAnswer } from '../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../gateway/agency/AgencyFailure.ts'
import type { CachePolicy } from '../../gateway/agency/CachePolicy.ts'
import type { Dispatch } from '../../gateway/agency/Dispatch.ts'
import { readAnswer } from '../../gateway/agency/readAnswer.ts'

/** An agency in memory. */
export interface MemoryAgency {
  readonly sdl: string
  readonly resolvers: GraphQLResolverMap<unknown>
}

/** Changes what an agency answers, or throws what its call fails with. */
export type Tamper = (answer: AgencyAnswer, call: AgencyCall) => AgencyAnswer | Promise<AgencyAnswer>

/** A dispatch to agencies in memory, which keeps the calls. */
export interface MemoryDispatch {
  readonly dispatch: Dispatch
  readonly calls: AgencyCall[]
  /** By agency. */
  readonly tampers: Map<string, Tamper>
}

/** Answers calls as real agencies would, through JSON, and holds answers to what their calls say fits. With a policy, every answer may be kept so long. */
export function createMemoryDispatch(
  agencies: Readonly<Record<string, MemoryAgency>>,
  { policy }: { readonly policy?: CachePolicy | undefined } = {},
): MemoryDispatch {
  const schemas = new Map<string, GraphQLSchema>()
  for (const [name, { sdl, resolvers }] of Object.entries(agencies)) {
    schemas.set(name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }))
  }
  const calls: AgencyCall[] = []
  const tampers = new Map<string, Tamper>()

  async function dispatch(call: AgencyCall): Promise<AgencyAnswer> {
    calls.push(call)
    const { agency, query: source, variables: variableValues } = call
    const schema = schemas.get(agency)
    if (schema === undefined) throw new AgencyFailure(agency, 'CONNECTION')
    const body = JSON.stringify(await graphql({ schema, source, variableValues }))
    const tamper = tampers.get(agency)
    // Who tampers with an answer looks into all of it.
    const given = (tamper === undefined ? call.read?.(Buffer.from(body)) : undefined) ?? readAnswer(body)
    if (given === null) throw new AgencyFailure(agency, 'MALFORMED')
    const answer = (await tamper?.(given, call)) ?? (policy === undefined ? given : { ...given, policy })
    if (call.fits?.(answer) === false) throw new AgencyFailure(agency, 'WRONG_SHAPE')
    return answer
  }
  return { dispatch, calls, tampers }
}
