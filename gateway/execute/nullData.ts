import type { Fetch } from './Fetch.ts'
import { nullEntity } from './nullEntity.ts'
import { nullObject } from './nullObject.ts'
import type { NullData } from './nullObject.ts'

/**
 * The data of a fetch that nobody answered: every selected key is there and null, but for `__typename` and what the
 * representation says itself. So later fetches that build on it are still sent, with null for what is missing.
 */
export function nullData(fetch: Fetch): NullData<Record<string, unknown>> {
  const { shape, representations } = fetch
  const { entityOf, root } = shape
  if (entityOf === undefined) return nullObject(root, { __typename: root.typeName }, [])
  const entities = representations.map((_representation, index) => nullEntity(fetch, index))
  return { data: { _entities: entities.map(({ data }) => data) }, gaps: entities.flatMap(({ gaps }) => gaps) }
}
