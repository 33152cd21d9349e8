import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { oncePerText } from '../../platform/oncePerText.ts'
import type { RequestContext } from '../context.ts'
import type { Gap } from '../disclose/Gap.ts'
import type { MaskedField } from '../disclose/MaskedField.ts'
import type { Place } from '../disclose/Place.ts'
import { operationOf } from '../document/operationOf.ts'
import type { ClientKeys } from './ClientKeys.ts'
import type { PlanNode } from './PlanNode.ts'
import type { Variables } from './Variables.ts'
import type { AgencySource } from './ask/createAgencySource.ts'
import { createClientPlace } from './createClientPlace.ts'
import { createIntrospector } from './createIntrospector.ts'
import { createPassThrough } from './createPassThrough.ts'
import { createProjection } from './createProjection.ts'
import { fetchesIn } from './fetchesIn.ts'
import { findUnexplained } from './findUnexplained.ts'
import { gapOfWithheld } from './gapOfWithheld.ts'
import type { FieldRoom } from './shape/createFieldRoom.ts'
import { shapeOfFetch } from './shape/shapeOfFetch.ts'
import { shapeOfOperation } from './shape/shapeOfOperation.ts'
import type { Run } from './steps/Step.ts'
import { compilePlan } from './steps/compilePlan.ts'
import { createOpacity } from './text/createOpacity.ts'
import { tellGaps } from './tellGaps.ts'
import { writeGaps } from './writeGaps.ts'

/** What an operation gave. */
export interface Executed {
  readonly data: Record<string, unknown> | null
  /** Whether values stand in the data as texts, see `JsonText`. */
  readonly hasTexts?: boolean
  readonly errors: readonly GraphQLFormattedError[]
  /** Fields of which something else is shown. */
  readonly masked?: readonly MaskedField[]
  /**
   * Whose records there are in the data, by the response key of the root field below which they stand, as far as the document says
   * where (`@satu-atap:dataSubject`).
   */
  readonly dataSubjects: ReadonlyMap<string, ReadonlySet<string>>
}

/** A planned operation. It rejects for nothing that an agency does. */
export type Executable = (variables: Variables, context: RequestContext) => Promise<Executed>

export interface ExecutableOptions {
  /** The prepared document, with its one operation and its marks. */
  readonly document: DocumentNode
  readonly clientKeys: ClientKeys
  /** Null when no agency has to be asked. */
  readonly plan: PlanNode | null
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  readonly supergraph: GraphQLSchema
  readonly sourceOf: (agency: string) => AgencySource
  /** For what it remembers of the types that it meets. */
  readonly room: FieldRoom
}

/** Compiles a planned operation: the plan into steps, its shape into a projection. */
export function createExecutable(options: ExecutableOptions): Executable {
  const { document, clientKeys, plan, schema, supergraph, sourceOf, room } = options
  const { root, scope } = shapeOfOperation(schema, document, room)
  const { defaults } = scope
  const isPassedThrough = createPassThrough({ schema, clientKeys })
  const shapeOf = oncePerText((query: string) => shapeOfFetch(supergraph, query, room))
  const isContextual = plan !== null && fetchesIn(plan).some(({ contextual }) => contextual.length > 0)
  const compiling = { supergraph, sourceOf, shapeOf, defaults, isContextual }
  const step =
    plan && compilePlan(plan, { ...compiling, opaqueOf: createOpacity({ plan, root, isPassedThrough, shapeOf }) })
  const introspect = createIntrospector(schema, document)
  const clientPlace = createClientPlace(operationOf(document), clientKeys)
  const project = createProjection(root, { schema, clientKeys, isPassedThrough })

  function underClientKeys(gap: Gap): Gap {
    return gap.place === undefined ? gap : { ...gap, place: clientPlace(gap.place) }
  }

  return async function execute(variables, context) {
    const run: Run = { variables, context, data: {}, gaps: [] }
    await step?.(run)
    for (const [key, value] of Object.entries(introspect?.(variables) ?? {}))
      Object.defineProperty(run.data, key, { value, enumerable: true })
    const { data, misfits, missing, withheld, ...shown } = project(run.data)
    const gaps = tellGaps(run.gaps, missing).map(underClientKeys)
    const broken = findUnexplained(misfits, gaps, data).slice(0, mostMisfits).map(gapOfMisfit)
    return { data, ...shown, errors: writeGaps([...gaps, ...broken, ...withheld.map(gapOfWithheld)]) }
  }
}

/** An agency that answers nonsense may do so thousands of times. */
const mostMisfits = 100

function gapOfMisfit(place: Place): Gap {
  return { code: 'AGENCY_ERROR', details: {}, place }
}
