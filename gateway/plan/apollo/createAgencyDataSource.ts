import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { isRecord } from '../../../platform/isRecord.ts'
import type { RequestContext } from '../../context.ts'
import type { Gap } from '../../disclose/Gap.ts'
import type { Answered } from '../../execute/ask/Answered.ts'
import type { AgencySource } from '../../execute/ask/createAgencySource.ts'
import { writeGaps } from '../../execute/writeGaps.ts'
import { readRepresentations } from './readRepresentations.ts'

type Options = GraphQLDataSourceProcessOptions<RequestContext>
type Response = Awaited<ReturnType<GraphQLDataSource['process']>>

/** One agency as Apollo's executor sees it. `process` resolves whatever the agency does, see `AskSource`. */
export function createAgencyDataSource(source: AgencySource): GraphQLDataSource<RequestContext> {
  async function process(given: Options): Promise<Response> {
    // Health checks and introspection belong to gateways that are composed at run time.
    if (!('incomingRequestContext' in given)) throw new Error('Only fetches of a plan are answered.')
    const { request, context } = given
    const { query = '', variables = {} } = request
    const ask = source.open({ query })
    if (!('representations' in variables)) {
      const { parts, placeless } = await ask({ variables, parts: [{}], context })
      const [root] = parts
      return respond(isRecord(root?.data) ? root.data : {}, [...(root?.gaps ?? []), ...placeless])
    }
    const { representations: _representations, ...others } = variables
    const answered = await ask({ variables: others, parts: readRepresentations(variables), context })
    return respond({ _entities: answered.parts.map(({ data }) => data) }, gapsOf(answered))
  }
  return { process }
}

function gapsOf({ parts, placeless }: Answered): readonly Gap[] {
  const placed = parts.flatMap(({ gaps }, index) =>
    gaps.map((gap): Gap => ({ ...gap, place: ['_entities', index, ...(gap.place ?? [])] })),
  )
  return [...placed, ...placeless]
}

function respond(data: Record<string, unknown>, gaps: readonly Gap[]): Response {
  return gaps.length === 0 ? { data } : { data, errors: writeGaps(gaps) }
}
