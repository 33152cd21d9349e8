import type { Given, Thing } from '../World.ts'
import type { DrawnField, DrawnGraph } from './DrawnGraph.ts'
import { hashOf } from './hashOf.ts'
import { canonicalText } from '../../../../platform/canonicalText.ts'

export interface Things {
  /** What a field holds, made of the place and the arguments that it is asked with. */
  readonly valueOf: (field: DrawnField, place: string, given: Given) => unknown
  /** The entity or value of a type and a seed, which is an entity's id. */
  readonly thing: (type: string, seed: string) => Thing
  /** Of the types of the interface, the one that the thing of an id has: strangers tell by the id alone. */
  readonly typeOfId: (id: string) => string
}

const valueFields: Readonly<Record<string, readonly DrawnField[]>> = {
  V: [valueField('s', 'String'), valueField('t', 'Int'), valueField('x', 'X', 'X'), valueField('w', 'W', 'V', 'X')],
  X: [
    valueField('s', 'String'),
    valueField('u', 'String!'),
    valueField('vs', '[V!]', 'V'),
    valueField('w', 'W', 'V', 'X'),
  ],
}

/** What looks like objects and responses of ours, and is a scalar. */
const scalars = [{ id: 1, __typename: 'E0', f0: [null, 'x'] }, [1, [2]], 'text', 5] as const

/** Makes all that there is in a random graph, the same each time: every value is made of its place. */
export function createThings({ entities, strangerFields, isKeyed }: DrawnGraph): Things {
  const byName = new Map(entities.map((entity) => [entity.name, entity]))
  const typeOfId = (id: string): string => (Number(id) % 2 === 0 ? 'E0' : 'E1')

  function thing(type: string, seed: string): Thing {
    const entity = byName.get(type)
    const ofAll = entity?.isImplementing === true ? strangerFields : []
    const fields = [...(entity?.fields ?? valueFields[type] ?? []), ...ofAll].filter(
      (one) => one.requires === undefined,
    )
    const keys = { id: seed, code: `code ${seed}`, n: { __typename: 'N', x: `x ${seed}` } }
    return {
      __typename: type,
      ...(entity === undefined ? {} : keys),
      ...Object.fromEntries(
        fields.map((field) => [field.name, (given: Given) => valueOf(field, `${type} ${seed}`, given)]),
      ),
    }
  }

  function valueOf(field: DrawnField, place: string, given: Given): unknown {
    return make(field, field.type, `${place} ${field.name} ${canonicalText(given)}`)
  }

  function make(field: DrawnField, type: string, spot: string): unknown {
    const hash = hashOf(spot)
    if (!type.endsWith('!') && hash % 7 === 0) return null
    const inner = type.replace(/!$/, '')
    if (!inner.startsWith('[')) return leafOf(inner, spot) ?? objectOf(field, hash)
    const length = hash % 4 === 3 ? 2 : hash % 4
    return Array.from({ length }, (_, index) => make(field, inner.slice(1, -1), `${spot} ${index}`))
  }

  function objectOf({ type, concrete }: DrawnField, hash: number): Thing {
    const drawn = concrete[hash % concrete.length] ?? ''
    const entity = byName.get(drawn)
    if (entity === undefined) return thing(drawn, String(hash))
    const id = 1 + ((hash >>> 8) % 4)
    const told = typeOfId(String(id))
    if (/^\W*I\W*$/.test(type)) return thing(told, String(id))
    const isOther = isKeyed && entity.isImplementing && told !== drawn
    return thing(drawn, String(isOther ? (id % 4) + 1 : id))
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
