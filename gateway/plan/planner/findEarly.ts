import { fetchesIn } from '../../execute/fetchesIn.ts'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import type { NeedsOf } from './readNeeds.ts'
import { visitFetch } from './visitFetch.ts'
import type { Place, Standing, VisitOptions } from './visitFetch.ts'

export interface EarlyOptions extends VisitOptions {
  readonly needsOf: NeedsOf
}

/**
 * Where objects stand of which a plan asks for something before it has what this requires. An agency is told of the entities that a
 * fetch names, and of nothing inside of them, so that nothing inside can be asked for that requires something which the agency does not
 * know there itself; and nobody can be asked for what it has to be told.
 */
export function findEarly(plan: PlanNode, options: EarlyOptions): readonly Place[] {
  return fetchesIn(plan).flatMap((fetch) => earlyIn(fetch, options))
}

function earlyIn(fetch: FetchPlan, options: EarlyOptions): readonly Place[] {
  const { schema, needsOf } = options
  const early: Place[] = []

  function isTold(name: string, { typeName, provided }: Standing): boolean {
    if (provided === undefined) return true
    const needs = [...typeNamesOf(schema, typeName)].flatMap((one) => needsOf(fetch.agency, one, name))
    return needs.every(({ path, key }) => provided.includes(path) && path.endsWith(`/${key}`))
  }
  visitFetch(fetch, options, (field, standing) => {
    if (standing.isForeign || !isTold(field.name.value, standing)) early.push(standing.at)
  })
  return early
}
