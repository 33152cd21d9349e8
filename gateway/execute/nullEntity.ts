import type { Fetch } from './Fetch.ts'
import { nullObject } from './nullObject.ts'
import type { NullData } from './nullObject.ts'

/** The data of one entity of a fetch that nobody answered; what its representation says stays. See `nullData`. */
export function nullEntity({ shape, representations }: Fetch, index: number): NullData<unknown> {
  const known = representations[index]
  if (known === undefined || shape.entityOf === undefined) return { data: null, gaps: [] }
  return nullObject(shape.entityOf(known.__typename), known, ['_entities', index])
}
