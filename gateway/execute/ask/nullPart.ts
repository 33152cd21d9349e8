import type { Part } from '../../fetch/Asking.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import { knownByName } from './knownByName.ts'
import { nullObject } from './nullObject.ts'
import type { NullData } from './nullObject.ts'

/**
 * The data of a part that nobody answered: every selected key is there and null, but for `__typename` and what the
 * representation says itself. So later fetches that build on it are still sent, with null for what is missing.
 */
export function nullPart({ isOfEntities, root, shapeOf }: FetchShape, part: Part): NullData {
  if (!isOfEntities) return nullObject(root, { typeName: root.typeName, valueOf: () => undefined }, [])
  return nullObject(shapeOf(part), { typeName: String(part['__typename']), valueOf: knownByName(part) }, [])
}
