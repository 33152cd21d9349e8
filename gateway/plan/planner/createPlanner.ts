import { Supergraph, operationFromDocument } from '@apollo/federation-internals'
import { OperationTypeNode, buildASTSchema, getOperationAST, parse, printSchema } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { readLookups } from '../../supergraph/readLookups.ts'
import { createLifter } from './createLifter.ts'
import { createPlanBuilder } from './createPlanBuilder.ts'
import { createRequirements } from './createRequirements.ts'
import { createTypeAsker } from './createTypeAsker.ts'
import { holdLiterals } from './holdLiterals.ts'
import { hoistLookups } from './hoistLookups.ts'
import { mapFetches } from './mapFetches.ts'
import { planInTurn } from './planInTurn.ts'
import { readPlan } from './readPlan.ts'

/** Makes plans for one supergraph, each time anew. Loading and planning take their time: it lives in a thread of its own. */
export interface Planner {
  /** The schema that clients see. */
  readonly apiSdl: string
  /** The plan of a document with one valid operation; null when it asks no agency. */
  readonly plan: (text: string) => PlanNode | null
}

/** Throws what Apollo says of a supergraph that it cannot read, and for requirements that cannot be met. */
export function createPlanner(sdl: string): Planner {
  // Without the features that Apollo's own gateway refuses: who serves `@authenticated` has to enforce it.
  const supergraph = Supergraph.build(sdl, { validateSupergraph: true })
  const apiSchema = supergraph.apiSchema()
  const read = parse(sdl, { noLocation: true })
  const schema = buildASTSchema(read, { assumeValidSDL: true })
  const requirements = createRequirements(read, schema)
  const build = createPlanBuilder(requirements.sdl === undefined ? supergraph : buildUnchecked(requirements.sdl))
  const lookups = readLookups(schema)
  const lift = createLifter(schema)
  const askTypes = createTypeAsker(schema)

  function planDocument(document: DocumentNode): PlanNode | null {
    const held = holdLiterals(document, schema)
    const node = readPlan(build(operationFromDocument(apiSchema, held.document)))
    if (node === null) return null
    return hoistLookups(
      mapFetches(node, (fetch) => requirements.restore(held.release(fetch))),
      lookups,
    )
  }

  function plan(text: string): PlanNode | null {
    const document = askTypes(lift(parse(text, { noLocation: true })))
    const isMutation = getOperationAST(document)?.operation === OperationTypeNode.MUTATION
    return isMutation ? planInTurn(document, planDocument) : planDocument(document)
  }
  return {
    apiSdl: printSchema(apiSchema.toGraphQLJSSchema()),
    plan,
  }
}

/** Some fields are marked there for agencies that do not use them, which composition would not let pass. */
function buildUnchecked(sdl: string): Supergraph {
  return Supergraph.build(sdl, { validateSupergraph: false })
}
