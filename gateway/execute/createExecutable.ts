import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { RequestContext } from '../context.ts'
import type { PlanNode } from './PlanNode.ts'
import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'
import type { Run } from './Step.ts'
import type { Variables } from './Variables.ts'
import { remember } from '../../platform/remember.ts'
import { compileFetch } from './compileFetch.ts'
import { compilePlan } from './compilePlan.ts'
import type { AgencySource } from './createAgencySource.ts'
import { createIntrospector } from './createIntrospector.ts'
import { createKeeper } from './createKeeper.ts'
import { createOpacity } from './createOpacity.ts'
import { createProjection } from './createProjection.ts'
import { gapOfWithheld } from './gapOfWithheld.ts'
import { shapeOfOperation } from './shapeOfOperation.ts'
import { writeGaps } from './writeGaps.ts'

/** What an operation gave. */
export interface Executed {
  readonly data: Record<string, unknown> | null
  /** Whether values stand in the data as texts, see `JsonText`. */
  readonly hasTexts?: boolean
  readonly errors: readonly GraphQLFormattedError[]
  /** Whose records there are in the data, as far as the document says where (`@satu-atap:subject`). */
  readonly subjects: ReadonlySet<string>
}

/** A planned operation. It rejects for nothing that an agency does. */
export type Executable = (variables: Variables, context: RequestContext) => Promise<Executed>

export interface ExecutableOptions {
  /** The prepared document, with its one operation and its marks. */
  readonly document: DocumentNode
  /** Response keys of the document that are not the client's, each with the one that is; null for what is not shown. */
  readonly names: ReadonlyMap<string, string | null>
  /** Null when no agency has to be asked. */
  readonly plan: PlanNode | null
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** The supergraph, whole. */
  readonly supergraph: GraphQLSchema
  readonly sourceOf: (agency: string) => AgencySource
}

/** Compiles a planned operation: the plan into steps, its shape into a projection. */
export function createExecutable(options: ExecutableOptions): Executable {
  const { document, names, plan, schema, supergraph, sourceOf } = options
  const { root, scope } = shapeOfOperation(schema, document)
  const { defaults } = scope
  const isKept = createKeeper({ schema, names })
  const shapeOf = remember((query: string) => compileFetch(supergraph, query))
  const compiling = { schema: supergraph, sourceOf, shapeOf, defaults }
  const step = plan && compilePlan(plan, { ...compiling, opaqueOf: createOpacity({ plan, root, isKept, shapeOf }) })
  const introspect = createIntrospector(schema, document)
  const project = createProjection(root, { schema, names, isKept })

  return async function execute(variables, context) {
    const run: Run = { variables, context, data: {}, gaps: [] }
    await step?.(run)
    for (const [key, value] of Object.entries(introspect?.(variables) ?? {}))
      Object.defineProperty(run.data, key, { value, enumerable: true })
    const { data, misfits, withheld, subjects, hasTexts } = project(run.data)
    const gaps = run.gaps.map((gap) => underClientsNames(gap, names))
    // Null where nothing is missing is a consequence of what is missing elsewhere, and told there.
    const told = gaps.length > 0 ? gaps : misfits.slice(0, mostMisfits).map(gapOfMisfit)
    return { data, hasTexts, errors: writeGaps([...told, ...withheld.map(gapOfWithheld)]), subjects }
  }
}

/** An agency that answers nonsense may do so thousands of times. */
const mostMisfits = 100

function gapOfMisfit(place: Place): Gap {
  return { code: 'AGENCY_ERROR', details: {}, place }
}

function underClientsNames(gap: Gap, names: ReadonlyMap<string, string | null>): Gap {
  if (gap.place === undefined || names.size === 0) return gap
  return { ...gap, place: gap.place.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step)) }
}
