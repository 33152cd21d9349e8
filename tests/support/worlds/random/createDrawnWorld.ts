import type { Given, Rule, Thing, World, WorldState } from '../World.ts'
import type { DrawnField, DrawnGraph } from './DrawnGraph.ts'
import { createBreakage } from './createBreakage.ts'
import { createThings } from './createThings.ts'
import { canonicalText } from '../../../../platform/canonicalText.ts'
import { isLeaf } from './isLeaf.ts'

/** What is true in a random graph. */
export function createDrawnWorld(graph: DrawnGraph, state?: WorldState): World {
  const { entities, roots, lookups, strangerFields, isKeyed, mutations } = graph
  let changes = 0
  const isBlind = state !== undefined
  const isBroken = state === 'broken' ? createBreakage(graph) : () => false
  const { valueOf, thing, typeOfId } = createThings(graph, { isBroken, isBlind, changes: () => changes })
  const implementing = new Set(entities.filter((one) => one.isImplementing).map(({ name }) => name))

  /** Where the interface has a key, an id is of one of its types alone. */
  function find(type: string, key: Given): Thing | null {
    const id = idOf(key)
    const isOther = isKeyed && implementing.has(type) && id !== undefined && typeOfId(id) !== type
    return id === undefined || isOther ? null : thing(type, id)
  }

  const rules = [
    ...strangerFields.map((field) => ({ type: 'I', field })),
    ...entities.flatMap(({ name, fields }) => fields.map((field) => ({ type: name, field }))),
  ].filter(({ field }) => field.requires !== undefined)

  /** A text of all that a field is told, or an object that is found by it. */
  function ruleOf(field: DrawnField): Rule {
    const told = (required: Given): string => (isBlind ? 'what it may be' : canonicalText(required))
    if (!isLeaf(field)) return (required, given) => valueOf(field, told(required), { given })
    return (required, given) => `${field.name} of ${told(required)} ${canonicalText(given)}`
  }

  return {
    isBlind,
    Query: {
      ...Object.fromEntries(roots.map((root) => [root.name, (given: Given) => valueOf(root, 'Query', { given })])),
      ...Object.fromEntries(
        lookups.map(({ name, type, key }) => [
          name,
          (given: Given) => find(type, Object.fromEntries(key.map((field) => [field, given[`${field}_`]]))),
        ]),
      ),
    },
    Mutation: Object.fromEntries(
      mutations.map((field) => [
        field.name,
        (given: Given) => {
          changes += 1
          return valueOf(field, 'Mutation', { given })
        },
      ]),
    ),
    find: {
      ...Object.fromEntries(entities.map(({ name }) => [name, (key: Given) => find(name, key)])),
      I: (key) => find(typeOfId(String(key['id'])), key),
    },
    rules: Object.fromEntries(rules.map(({ type, field }) => [`${type}.${field.name}`, ruleOf(field)])),
  }
}

/** The id that all parts of a key tell; undefined for a key that names nothing. */
function idOf({ id, code, n }: Given): string | undefined {
  if (n === null) return undefined
  const x = (n as Given | undefined)?.['x']
  const known = ['1', '2', '3', '4']
  return known.find(
    (one) =>
      (id === undefined || id === one) &&
      (code === undefined || code === `code ${one}`) &&
      (x === undefined || x === `x ${one}`),
  )
}
