import type { Place } from '../disclose/Place.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import { createSelectsPath } from '../document/createSelectsPath.ts'
import type { ClientKeys } from './ClientKeys.ts'
import { renameSteps } from './renameSteps.ts'

/** A place in gathered data under the keys of the client. */
export type ClientPlace = (place: Place) => Place

/** No response key is empty. */
const nobodys = ''

/**
 * Makes what tells the places of a prepared operation. What agencies need of each other stands under names by which the client may call
 * something else (decision 11): such a place ends with a key that nothing has.
 */
export function createClientPlace(operation: ValidOperation, clientKeys: ClientKeys): ClientPlace {
  if (clientKeys.size === 0) return (place) => place
  const selectsPath = createSelectsPath(operation)
  const isSelected = (place: Place): boolean => selectsPath(place.filter((step) => typeof step === 'string'))
  return function clientPlace(place) {
    if (isSelected(place)) return renameSteps(place, clientKeys)
    const known = place.findIndex((_step, index) => !isSelected(place.slice(0, index + 1)))
    return [...renameSteps(place.slice(0, known), clientKeys), nobodys]
  }
}
