import { isRecord } from '../../../platform/isRecord.ts'
import type { Variables } from '../../execute/Variables.ts'
import type { Representation } from '../../execute/steps/Representation.ts'

/** The entities that a fetch names in its variable `representations`. Throws when there are none: no plan does that. */
export function readRepresentations({ representations }: Variables): readonly Representation[] {
  const isList = Array.isArray(representations) && representations.every(isRepresentation)
  if (!isList) throw new Error('A fetch of entities names them with their types.')
  return representations
}

function isRepresentation(value: unknown): value is Representation {
  return isRecord(value) && typeof value['__typename'] === 'string'
}
