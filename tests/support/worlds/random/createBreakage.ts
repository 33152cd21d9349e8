import type { DrawnGraph } from './DrawnGraph.ts'
import type { Circumstances } from './createThings.ts'
import { hashOf } from './hashOf.ts'
import { nameOfType } from './nameOfType.ts'

const ofValues = ['s', 't', 'x', 'w', 'u', 'vs']

/**
 * Makes what says which values of a broken world cannot be told, one in eleven. Nothing is among them that agencies need of each other:
 * what they lose with it is more than one server would lose.
 */
export function createBreakage({
  entities,
  strangerFields,
  externals,
  context,
}: DrawnGraph): Circumstances['isBroken'] {
  const needed = new Set([...externals.values(), context?.sources.values() ?? []].flatMap((names) => [...names]))
  const isValueNeeded = [...strangerFields, ...entities.flatMap(({ fields }) => fields)].some(
    ({ name, type }) => needed.has(name) && ['V', 'X', 'W', 'U'].includes(nameOfType(type)),
  )
  for (const name of isValueNeeded ? ofValues : []) needed.add(name)
  return (spot, field) => !needed.has(field) && hashOf(`${spot} broken`) % 11 === 0
}
