import type { Given, Thing } from '../World.ts'
import type { DrawnField, DrawnGraph } from './DrawnGraph.ts'
import { hashOf } from './hashOf.ts'
import { canonicalText } from '../../../../platform/canonicalText.ts'
import { scalars } from './scalars.ts'

export interface Things {
  /** What a field holds, made of the place and the arguments that it is asked with. */
  readonly valueOf: (field: DrawnField, place: string, asked: Asked) => unknown
  /** The entity or value of a type and a seed, which is an entity's id. */
  readonly thing: (type: string, seed: string) => Thing
  /** Of the types of the interface, the one that the thing of an id has: strangers tell by the id alone. */
  readonly typeOfId: (id: string) => string
}

export interface Circumstances {
  /** Whether what stands at a spot, and is of a field, cannot be told. */
  readonly isBroken: (spot: string, field: string) => boolean
  /** Whether what is taken from above makes no difference, for it may be missing. */
  readonly isBlind: boolean
  /** How often something was changed so far; what most fields hold depends on it. */
  readonly changes: () => number
}

/** Where an object stands, which its own fields may depend on. */
const standsIn = Symbol('stands in')
type Standing = Thing & { readonly [standsIn]?: Standing | undefined }

export interface Asked {
  readonly given: Given
  /** What has the field. */
  readonly above?: Standing
}

interface Spot {
  readonly spot: string
  readonly above: Standing | undefined
}

const valueFields: Readonly<Record<string, readonly DrawnField[]>> = {
  V: [valueField('s', 'String'), valueField('t', 'Int'), valueField('x', 'X', 'X'), valueField('w', 'W', 'V', 'X')],
  X: [
    valueField('s', 'String'),
    valueField('u', 'String!'),
    valueField('vs', '[V!]', 'V'),
    valueField('w', 'W', 'V', 'X'),
  ],
  Y: [valueField('k', 'K', 'K'), valueField('ks', '[K!]', 'K')],
}

/** Makes all that there is in a random graph, the same each time: every value is made of its place. */
export function createThings(
  { entities, strangerFields, isKeyed, context }: DrawnGraph,
  { isBroken, isBlind, changes }: Circumstances,
): Things {
  const byName = new Map(entities.map((entity) => [entity.name, entity]))
  const typeOfId = (id: string): string => (Number(id) % 2 === 0 ? 'E0' : 'E1')

  function thing(type: string, seed: string, above?: Standing): Standing {
    const entity = byName.get(type)
    const ofAll = entity?.isImplementing === true ? strangerFields : []
    const fields = [...(entity?.fields ?? valueFields[type] ?? []), ...ofAll].filter(
      (one) => one.requires === undefined,
    )
    const keys = { id: seed, code: `code ${seed}`, n: { __typename: 'N', x: `x ${seed}` } }
    const made: Standing = {
      __typename: type,
      [standsIn]: above,
      ...(entity === undefined ? {} : keys),
      ...Object.fromEntries(
        fields.map((field) => [
          field.name,
          (given: Given) => valueOf(field, `${type} ${seed}`, { given: withContext(field, made, given), above: made }),
        ]),
      ),
    }
    return made
  }

  /** Agencies are told what is taken from above; who has all the data looks for it. */
  function withContext({ isContextual = false }: DrawnField, object: Standing, given: Given): Given {
    if (!isContextual) return given
    return isBlind ? { ...given, of: 'what it may be' } : { of: contextOf(object), ...given }
  }

  function contextOf(object: Standing): unknown {
    for (let one: Standing | undefined = object[standsIn]; one !== undefined; one = one[standsIn]) {
      const source = context?.sources.get(String(one['__typename']))
      const value = source === undefined ? undefined : one[source]
      if (typeof value === 'function') return (value as (given: Given) => unknown)({})
    }
    return null
  }

  function valueOf(field: DrawnField, place: string, { given, above }: Asked): unknown {
    const since = changes() > 0 && hashOf(`${place} ${field.name}`) % 3 !== 0 ? ` after ${changes()}` : ''
    const spot = `${place} ${field.name} ${canonicalText(given)}${since}`
    const made = make(field, field.type, { spot, above })
    if (made instanceof Error) throw made
    return made
  }

  function make(field: DrawnField, type: string, { spot, above }: Spot): unknown {
    const hash = hashOf(spot)
    // What cannot be told, or is null where it may not be: an agency answers an error for it.
    if (isBroken(spot, field.name)) return hash % 2 === 0 && type.endsWith('!') ? null : new Error('Nobody can tell.')
    if (!type.endsWith('!') && hash % 7 === 0) return null
    const inner = type.replace(/!$/, '')
    if (!inner.startsWith('[')) return leafOf(inner, spot) ?? objectOf(field, hash, above)
    const length = hash % 4 === 3 ? 2 : hash % 4
    return Array.from({ length }, (_, index) => make(field, inner.slice(1, -1), { spot: `${spot} ${index}`, above }))
  }

  function objectOf({ type, concrete }: DrawnField, hash: number, above: Standing | undefined): Thing {
    const drawn = concrete[hash % concrete.length] ?? ''
    const entity = byName.get(drawn)
    if (entity === undefined) return thing(drawn, String(hash), above)
    const id = 1 + ((hash >>> 8) % 4)
    const told = typeOfId(String(id))
    if (/^\W*I\W*$/.test(type)) return thing(told, String(id), above)
    const isOther = isKeyed && entity.isImplementing && told !== drawn
    return thing(drawn, String(isOther ? (id % 4) + 1 : id), above)
  }

  return { valueOf, thing, typeOfId }
}

function leafOf(type: string, spot: string): unknown {
  const hash = hashOf(spot)
  if (type === 'Int') return hash % 50
  if (type === 'Float') return (hash % 50) / 4
  if (type === 'Boolean') return hash % 2 === 0
  if (type === 'String') return spot
  if (type === 'En') return ['P', 'Q', 'R'][hash % 3]
  return type === 'JSON' ? scalars[hash % scalars.length] : undefined
}

function valueField(name: string, type: string, ...concrete: readonly string[]): DrawnField {
  return { name, type, args: '', concrete, owners: [] }
}
