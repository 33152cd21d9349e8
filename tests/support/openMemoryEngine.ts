import { buildASTSchema, getOperationAST, parse, validate } from 'graphql'
import { pino } from 'pino'
import type { ValidOperation } from '../../gateway/document/ValidOperation.ts'
import type { AgencySource } from '../../gateway/execute/ask/createAgencySource.ts'
import { createAgencySource } from '../../gateway/execute/ask/createAgencySource.ts'
import type { Executed } from '../../gateway/execute/createExecutable.ts'
import type { Engine } from '../../gateway/plan/Engine.ts'
import { createApolloEngine } from '../../gateway/plan/apollo/createApolloEngine.ts'
import { createEngine } from '../../gateway/plan/createEngine.ts'
import type { EngineLimits } from '../../gateway/plan/createEngine.ts'
import type { Supergraph } from '../../gateway/supergraph/readSupergraph.ts'
import type { Deadline } from '../../platform/Deadline.ts'
import { createDeadline } from '../../platform/createDeadline.ts'
import { composeSupergraph } from './composeSupergraph.ts'
import { contextWith } from './contextWith.ts'
import { createMemoryDispatch } from './createMemoryDispatch.ts'
import type { MemoryAgency, MemoryDispatch } from './createMemoryDispatch.ts'

/** An engine over agencies in memory. */
export interface MemoryEngine extends MemoryDispatch {
  readonly engine: Engine
  readonly supergraph: Supergraph
  /** How many texts were opened for plans so far: a plan opens each of its texts once, when it is made. */
  readonly opened: () => number
  /** Asks the one operation of a text, which is read anew each time. */
  readonly ask: (query: string, variables?: Record<string, unknown>, deadline?: Deadline) => Promise<MemoryAnswer>
}

/** What an operation gave; nothing here is anybody's record. */
export type MemoryAnswer = Pick<Executed, 'data' | 'errors'>

export interface MemoryEngineOptions {
  readonly limits?: Partial<EngineLimits>
  readonly kind?: 'satu-atap' | 'apollo'
  /** From 0 to 1, for who takes part in a rollout. */
  readonly random?: () => number
}

/** Opens an engine, ours or Apollo's, on the composition of these agencies. */
export async function openMemoryEngine(
  agencies: Readonly<Record<string, MemoryAgency>>,
  { limits = {}, kind = 'satu-atap', random = Math.random }: MemoryEngineOptions = {},
): Promise<MemoryEngine> {
  const sdl = composeSupergraph(
    Object.entries(agencies).map(([name, agency]) => ({ name, sdl: agency.sdl, url: `http://${name}.test/graphql` })),
  )
  const supergraph = { sdl, schema: buildASTSchema(parse(sdl), { assumeValidSDL: true }), agencies: [] }
  const memory = createMemoryDispatch(agencies)
  const logger = pino({ enabled: false })
  let opened = 0

  function sourceOf(agency: string): AgencySource {
    const { dispatch } = memory
    const url = `http://${agency}.test/graphql`
    const source = createAgencySource({ agency, url, dispatch, supergraph: supergraph.schema, clock: Date.now, logger })
    return {
      open(text) {
        opened += 1
        return source.open(text)
      },
    }
  }
  const all = { planBytes: 100_000_000, planTime: 20_000, planQueue: 100, ...limits }
  const engine =
    kind === 'apollo'
      ? await createApolloEngine({ supergraph, sourceOf, logger })
      : await createEngine({ supergraph, sourceOf, limits: all, random })

  return {
    ...memory,
    engine,
    supergraph,
    opened: () => opened,
    async ask(query, variables = {}, deadline = createDeadline({ milliseconds: 20_000 })) {
      const { data, errors } = await engine.execute(readOperation(engine, query), variables, contextWith(deadline))
      return { data: JSON.parse(JSON.stringify(data)) as Executed['data'], errors }
    },
  }
}

function readOperation({ schema }: Engine, query: string): ValidOperation {
  const document = parse(query)
  const problems = validate(schema, document)
  const definition = getOperationAST(document)
  if (!definition || problems.length > 0) throw new AggregateError(problems, `not valid: ${query}`)
  return { document, definition }
}
