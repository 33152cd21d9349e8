import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { EntityTag } from '../../cache/EntityCache.ts'
import { pickKey } from '../../cache/names/pickKey.ts'
import type { Part } from '../../fetch/Asking.ts'
import type { EntityKeys, KeyFields } from '../../supergraph/EntityKeys.ts'

/** What the cache knows an entity by. */
export interface Identified {
  /** Its name with everybody; undefined where a type has several keys, or the representation not the whole of it. */
  readonly identity: EntityTag | undefined
  /** What an agency is told beside. */
  readonly inputs: Readonly<Record<string, unknown>>
}

/** Answers the same object for the same representation, for as long as that lives. */
export type Identifier = (representation: Part) => Identified

/**
 * Makes the identifier of a supergraph's entities. The fetches of a plan that begin together are given the very same
 * representations, so that an applicant is identified once for all agencies, and its digest found without making a text of
 * it each time, which a known list of 50 did 300 times.
 */
export function createIdentifier({ onlyKeyOf }: Pick<EntityKeys, 'onlyKeyOf'>): Identifier {
  return oncePerObject((representation: Part) => {
    const type = String(representation['__typename'])
    return identifyBy(type, onlyKeyOf(type), representation)
  })
}

function identifyBy(type: string, only: KeyFields | undefined, representation: Part): Identified {
  const key = only === undefined ? undefined : pickKey(representation, only)
  const inputs: Record<string, unknown> = {}
  for (const name of Object.keys(representation)) {
    if (name !== '__typename' && !(key !== undefined && isWhole(only, name))) inputs[name] = representation[name]
  }
  return { identity: key === undefined ? undefined : { type, key }, inputs }
}

/** Whether a field is all in the key, and so no input beside it. */
function isWhole(only: KeyFields | undefined, name: string): boolean {
  // A field may have the name of what every object inherits, such as `constructor`.
  const field = only !== undefined && Object.hasOwn(only, name) ? only[name] : undefined
  return field !== undefined && Object.keys(field).length === 0
}
