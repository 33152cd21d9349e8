import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph, operationFromDocument } from '@apollo/federation-internals'
import { OperationTypeNode, buildASTSchema, getOperationAST, parse, printSchema } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { readLookups } from '../../../schema/shared/readLookups.ts'
import { createContextDivider } from './createContextDivider.ts'
import { createLifter } from './createLifter.ts'
import { createPlanBuilder } from './createPlanBuilder.ts'
import { createRequirements } from './createRequirements.ts'
import { createTypeAsker } from './createTypeAsker.ts'
import { hoistLookups } from './hoistLookups.ts'
import { holdLiterals } from './holdLiterals.ts'
import { mapFetches } from './mapFetches.ts'
import { planInTurn } from './planInTurn.ts'
import { readPlan } from './readPlan.ts'
import { withoutIntrospection } from './withoutIntrospection.ts'

/** Makes plans for one supergraph, each time anew. Loading and planning take their time: it lives in a thread of its own. */
export interface Planner {
  /** The schema that clients see. */
  readonly apiSdl: string
  /** The plan of a document with one valid operation, with the overrides of these labels in force; null when it asks no agency. */
  readonly plan: (text: string, labels?: readonly string[]) => PlanNode | null
}

/**
 * What Apollo's own gateway serves, and contextual arguments. Of the features that it refuses, all others have to be enforced by
 * whoever serves them, such as `@authenticated`.
 */
const supportedFeatures = new Set([...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, 'https://specs.apollo.dev/context/v0.1'])

/** Throws what Apollo says of a supergraph that it cannot read, and for requirements that cannot be met. */
export function createPlanner(sdl: string): Planner {
  const supergraph = Supergraph.build(sdl, { supportedFeatures, validateSupergraph: true })
  const apiSchema = supergraph.apiSchema()
  const read = parse(sdl, { noLocation: true })
  const schema = buildASTSchema(read, { assumeValidSDL: true })
  const requirements = createRequirements(read, schema)
  const build = createPlanBuilder(requirements.sdl === undefined ? supergraph : buildUnchecked(requirements.sdl))
  const lookups = readLookups(schema)
  const lift = createLifter(schema)
  const askTypes = createTypeAsker(schema)
  const divide = createContextDivider(schema)

  function planDocument(document: DocumentNode, labels: readonly string[]): PlanNode | null {
    const held = holdLiterals(document, schema)
    const node = readPlan(build(operationFromDocument(apiSchema, held.document), labels))
    if (node === null) return null
    return hoistLookups(
      mapFetches(node, (fetch) => requirements.restore(held.release(fetch))),
      lookups,
    )
  }

  function plan(text: string, labels: readonly string[] = []): PlanNode | null {
    const asked = withoutIntrospection(parse(text, { noLocation: true }))
    const document = askTypes(divide(lift(asked)))
    const isMutation = getOperationAST(document)?.operation === OperationTypeNode.MUTATION
    return isMutation ? planInTurn(document, (one) => planDocument(one, labels)) : planDocument(document, labels)
  }
  return {
    apiSdl: printSchema(apiSchema.toGraphQLJSSchema()),
    plan,
  }
}

/** Some fields are marked there for agencies that do not use them, which composition would not let pass. */
function buildUnchecked(sdl: string): Supergraph {
  return Supergraph.build(sdl, { supportedFeatures, validateSupergraph: false })
}
