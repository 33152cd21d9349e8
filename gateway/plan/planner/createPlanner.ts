import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import { OperationTypeNode, buildASTSchema, getOperationAST, parse, print, printSchema } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { readLookups } from '../../../schema/shared/readLookups.ts'
import { addEntrance } from './addEntrance.ts'
import { createContextDivider } from './createContextDivider.ts'
import { createDocumentPlanner } from './createDocumentPlanner.ts'
import type { DocumentPlanner } from './createDocumentPlanner.ts'
import { createLifter } from './createLifter.ts'
import { createPieceBuilder } from './createPieceBuilder.ts'
import { createPlanBuilder } from './createPlanBuilder.ts'
import { createRequirements } from './createRequirements.ts'
import { createTaker } from './createTaker.ts'
import { createTypeAsker } from './createTypeAsker.ts'
import { planInPieces } from './planInPieces.ts'
import type { Beginning } from './planInPieces.ts'
import { planInTurn } from './planInTurn.ts'
import { readExternals } from './readExternals.ts'
import { readProvisions } from './readProvisions.ts'
import { withoutIntrospection } from './withoutIntrospection.ts'

/** Makes plans for one supergraph, each time anew. Loading and planning take their time: it lives in a thread of its own. */
export interface Planner {
  /** The schema that clients see. */
  readonly apiSdl: string
  /** The plan of a document with one valid operation, with the overrides of these labels in force; null when it asks no agency. */
  readonly plan: (text: string, labels?: readonly string[]) => PlanNode | null
}

interface EntrancePlanner extends Omit<Beginning, 'plan'> {
  readonly planDocument: DocumentPlanner
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
  const { restore, divide } = requirements
  const owners = { isExternal: readExternals(schema), provisionsOf: readProvisions(schema) }
  const common = { ...owners, restore, divide, lookups: readLookups(schema) }
  const planDocument = createDocumentPlanner({ ...common, valid: apiSchema, schema, build })
  const known = { ...owners, schema, needsOf: requirements.needsOf }
  const take = createTaker(schema)
  const lift = createLifter(schema)
  const askTypes = createTypeAsker(schema)
  const divideContexts = createContextDivider(schema)
  let opened: EntrancePlanner | undefined

  function openEntrance(): EntrancePlanner {
    const { supergraph: added, fieldOf } = addEntrance(requirements.supergraph, schema)
    const whole = buildUnchecked(print(added))
    const types = buildASTSchema(added, { assumeValidSDL: true })
    const options = { ...common, valid: whole.schema, schema: types, build: createPieceBuilder(whole) }
    return { schema: types, fieldOf, planDocument: createDocumentPlanner(options) }
  }

  function planWhole(document: DocumentNode, labels: readonly string[]): PlanNode | null {
    return planInPieces(document, (one) => planDocument(one, labels), {
      ...known,
      take,
      begin() {
        // Made late: few supergraphs ever need it, and it takes as much memory as the other.
        opened ??= openEntrance()
        const { planDocument: planPiece, ...entrance } = opened
        return { ...entrance, plan: (one) => planPiece(one, labels) }
      },
    })
  }

  function plan(text: string, labels: readonly string[] = []): PlanNode | null {
    const asked = withoutIntrospection(parse(text, { noLocation: true }))
    const document = askTypes(divideContexts(lift(asked)))
    const isMutation = getOperationAST(document)?.operation === OperationTypeNode.MUTATION
    return isMutation ? planInTurn(document, (one) => planWhole(one, labels)) : planWhole(document, labels)
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
