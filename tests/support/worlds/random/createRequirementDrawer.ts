import type { DrawnEntity, DrawnField } from './DrawnGraph.ts'
import type { Externals } from './createExternals.ts'
import type { Luck } from './createLuck.ts'
import { isForeign } from './isForeign.ts'
import { isLeaf } from './isLeaf.ts'
import { literalsByArguments } from './literalsByArguments.ts'
import { nameOfType } from './nameOfType.ts'

/** What can be required inside of values, by their type. */
const insideOfValues: Readonly<Record<string, readonly string[]>> = {
  V: ['s', 's t', 'x { u }', 'w { s }'],
  X: ['s', 'u', 's u'],
  W: ['s', '__typename s ... on V { t }', '__typename ... on X { u }'],
}

/** Writes how an agency requires a field, with arguments and what is inside; undefined for what nobody can require. */
export type RequirementDrawer = (field: DrawnField, agency: string) => string | undefined

export function createRequirementDrawer(
  { pick, oneIn }: Luck,
  entities: readonly DrawnEntity[],
  externals: Externals,
): RequirementDrawer {
  const head = ({ name, args }: DrawnField): string => `${name}${pick(literalsByArguments[args] ?? [''])}`

  return function drawRequirement(field, agency) {
    const start = head(field)
    if (isLeaf(field)) return start
    const type = nameOfType(field.type)
    const ofValue = insideOfValues[type]
    if (ofValue !== undefined) return `${start} { ${pick(ofValue)} }`
    if (type === 'I') return `${start} { __typename id }`
    const entity = entities.find(({ name }) => name === type)
    const keys = entity?.at.get(agency)
    return entity === undefined || keys === undefined ? undefined : `${start} { ${inside(entity, keys, agency)} }`
  }

  /** A key of an entity, or a field of a third agency. */
  function inside(entity: DrawnEntity, keys: readonly string[], agency: string): string {
    const others = entity.fields.filter(
      (field) => isForeign(field, agency) && field.requires === undefined && isLeaf(field),
    )
    if (others.length === 0 || oneIn(2)) return pick(keys)
    const one = pick(others)
    externals.add(agency, entity.name, one.name)
    return head(one)
  }
}
