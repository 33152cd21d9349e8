import { operationFromDocument } from '@apollo/federation-internals'
import type { Schema } from '@apollo/federation-internals'
import type { DocumentNode } from 'graphql'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import type { Lookup } from '../../../schema/shared/readLookups.ts'
import type { PlanBuilder } from './createPlanBuilder.ts'
import { createGiving } from './createGiving.ts'
import { hoistLookups } from './hoistLookups.ts'
import { holdLiterals } from './holdLiterals.ts'
import { leaveToOwners } from './leaveToOwners.ts'
import { mapFetches } from './mapFetches.ts'
import { orderFetches } from './orderFetches.ts'
import { readPlan } from './readPlan.ts'
import { splitUneven } from './splitUneven.ts'
import type { VisitOptions } from './visitFetch.ts'

/** Plans a document with one operation, with the overrides of these labels in force; null when it asks no agency. */
export type DocumentPlanner = (document: DocumentNode, labels: readonly string[]) => PlanNode | null

export interface DocumentPlannerOptions extends VisitOptions {
  /** For what documents have to be valid: as the planner has it, and with the types of literals. */
  readonly valid: Schema
  readonly build: PlanBuilder
  /** Makes of the planner's fetches what agencies are asked. */
  readonly restore: (fetch: FetchPlan) => PlanNode
  /** Makes of one of these as many as there are fields in it that need different things. */
  readonly divide: (fetch: FetchPlan) => PlanNode
  readonly lookups: ReadonlyMap<string, Lookup>
}

/** Makes what hands documents to a planner, and its plans on in our form. */
export function createDocumentPlanner(options: DocumentPlannerOptions): DocumentPlanner {
  const { valid, schema, isExternal, provisionsOf, build, restore, divide, lookups } = options
  const gives = createGiving(schema)
  const settling = { supergraph: schema, gives, divide }
  return function planDocument(document, labels) {
    const held = holdLiterals(document, schema)
    const node = readPlan(build(operationFromDocument(valid, held.document), labels))
    if (node === null) return null
    const restored = mapFetches(node, (fetch) => restore(held.release(fetch)))
    const owned = leaveToOwners(restored, { schema, isExternal, provisionsOf, gives })
    return hoistLookups(orderFetches(splitUneven(owned, settling), settling), lookups)
  }
}
