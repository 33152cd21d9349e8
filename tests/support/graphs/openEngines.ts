import { setImmediate as nextTurn } from 'node:timers/promises'
import { buildASTSchema, execute, getOperationAST, parse, validate } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import type { AgencyAnswer } from '../../../gateway/agency/AgencyAnswer.ts'
import type { AgencyCall } from '../../../gateway/agency/AgencyCall.ts'
import { AgencyFailure } from '../../../gateway/agency/AgencyFailure.ts'
import { readAnswer } from '../../../gateway/agency/readAnswer.ts'
import type { RequestContext } from '../../../gateway/context.ts'
import { createProvenanceRecorder } from '../../../gateway/disclose/createProvenanceRecorder.ts'
import { createAgencySource } from '../../../gateway/execute/ask/createAgencySource.ts'
import type { AgencySource } from '../../../gateway/execute/ask/createAgencySource.ts'
import type { Engine } from '../../../gateway/plan/Engine.ts'
import { createApolloEngine } from '../../../gateway/plan/apollo/createApolloEngine.ts'
import { createEngine } from '../../../gateway/plan/createEngine.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { composeSupergraph } from '../composeSupergraph.ts'
import { mockSubgraph } from './mockSubgraph.ts'
import type { WrittenOperation } from './writeOperation.ts'

/** What an engine answered, through JSON. Errors are told by path and code, in one order. */
export interface EngineAnswer {
  readonly data: unknown
  readonly errors: readonly string[]
}

/** Both engines on one graph, over the same subgraphs in memory. */
export interface Engines {
  readonly schema: GraphQLSchema
  readonly isValid: (query: string) => boolean
  readonly ours: (operation: WrittenOperation) => Promise<EngineAnswer>
  readonly apollos: (operation: WrittenOperation) => Promise<EngineAnswer>
  /** The subgraphs that answer nothing from now on. */
  readonly silence: (names: readonly string[]) => void
  /** The calls so far, each with the number of calls that were answered before it was made. */
  readonly calls: { readonly agency: string; readonly query: string; readonly answeredBefore: number }[]
  readonly stop: () => Promise<void>
}

/** Composes subgraphs of mocks and opens both engines on them. */
export async function openEngines(subgraphs: Readonly<Record<string, string>>): Promise<Engines> {
  const sdl = composeSupergraph(
    Object.entries(subgraphs).map(([name, text]) => ({ name, sdl: text, url: `http://${name}.test/graphql` })),
  )
  const supergraph = { sdl, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }), agencies: [] }
  const mocks = new Map(Object.entries(subgraphs).map(([name, text]) => [name, mockSubgraph(text)]))
  const silent = new Set<string>()
  const calls: Engines['calls'] = []
  let answered = 0
  const logger = pino({ enabled: false })

  async function dispatch(call: AgencyCall): Promise<AgencyAnswer> {
    const { agency, query, variables } = call
    calls.push({ agency, query, answeredBefore: answered })
    const schema = mocks.get(agency)
    if (schema === undefined || silent.has(agency)) throw new AgencyFailure(agency, 'CONNECTION')
    const document = parse(query)
    const [problem] = validate(schema, document)
    // A plan that no subgraph can run is a defect of the engine, and not of the subgraph.
    if (problem !== undefined) throw problem
    const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>
    const result = await execute({ schema, document, variableValues: sent })
    // Over a network, nobody is answered in the turn in which others are still asked.
    await nextTurn()
    answered += 1
    const body = JSON.stringify(result)
    const answer = call.read?.(Buffer.from(body)) ?? readAnswer(body)
    if (answer === null) throw new AgencyFailure(agency, 'MALFORMED')
    if (call.fits?.(answer) === false) throw new AgencyFailure(agency, 'WRONG_SHAPE')
    return answer
  }
  const sources = new Map<string, AgencySource>()
  function sourceOf(agency: string): AgencySource {
    const url = `http://${agency}.test/graphql`
    const source =
      sources.get(agency) ??
      createAgencySource({ agency, url, dispatch, supergraph: supergraph.schema, clock: Date.now, logger })
    sources.set(agency, source)
    return source
  }
  const limits = { planBytes: 50_000_000, planTime: 10_000, planQueue: 100 }
  const ours = await createEngine({ supergraph, sourceOf, limits })
  const apollos = await createApolloEngine({ supergraph, sourceOf, logger })
  return {
    schema: ours.schema,
    isValid: (query) => validate(ours.schema, parse(query)).length === 0,
    ours: (operation) => ask(ours, operation),
    apollos: (operation) => ask(apollos, operation),
    silence(names) {
      silent.clear()
      for (const name of names) silent.add(name)
    },
    calls,
    stop: () => Promise.all([ours.stop(), apollos.stop()]).then(() => undefined),
  }
}

async function ask(engine: Engine, { query, variables }: WrittenOperation): Promise<EngineAnswer> {
  const document = parse(query)
  const definition = getOperationAST(document)
  if (!definition) throw new Error('There is one operation.')
  const deadline = createDeadline({ milliseconds: 10_000 })
  const context: RequestContext = {
    correlationId: 'test',
    deadline,
    asker: { subject: 'nobody', purpose: 'none', scopes: [] },
    provenance: createProvenanceRecorder(),
  }
  const { data, errors } = await engine.execute({ document, definition }, variables, context).finally(deadline.end)
  const told = errors.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions?.['code'])}`)
  return { data: JSON.parse(JSON.stringify(data)) as unknown, errors: [...new Set(told)].toSorted() }
}
