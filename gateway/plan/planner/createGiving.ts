import { Kind } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import type { Fragments } from '../../document/Fragments.ts'
import { bodyOf } from '../../document/bodyOf.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import { renamesOf } from '../../execute/steps/renamesOf.ts'
import { withoutItems } from '../../execute/withoutItems.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { parseFetch } from './parseFetch.ts'
import type { Read } from './readsOf.ts'

/** Tells whether a fetch asks for a value. */
export type Giving = (fetch: FetchPlan, read: Read) => boolean

/** Makes what tells it of the fetches of a supergraph. */
export function createGiving(supergraph: GraphQLSchema): Giving {
  const fieldsOf = oncePerObject((fetch: FetchPlan) => {
    const { operation, fragments } = parseFetch(fetch)
    return readFields({ set: operation.selectionSet, fragments, renames: renamesOf(fetch.outputRewrites) })
  })

  /** Whether an object of one type may be of the other. */
  function mayBe(one: string, other: string | undefined): boolean {
    if (other === undefined) return true
    const names = typeNamesOf(supergraph, one)
    return [...typeNamesOf(supergraph, other)].some((name) => names.has(name))
  }
  function isIn(read: Read, fields: FieldsByKey): boolean {
    const [step, ...rest] = read
    if (step === undefined) return true
    return (fields.get(step.key) ?? []).some(
      ({ types, inside }) =>
        types.every((type) => mayBe(type, step.on)) &&
        (rest.length === 0 || (inside !== undefined && isIn(rest, inside()))),
    )
  }

  return function gives(fetch, read) {
    const path = withoutItems(fetch.path)
    if (read.length <= path.length || path.some((key, index) => key !== read[index]?.key)) return false
    const start = fetch.requires === null ? [] : [{ key: '_entities' }]
    return isIn([...start, ...read.slice(path.length)], fieldsOf(fetch))
  }
}

interface Text {
  readonly set: SelectionSetNode
  readonly fragments: Fragments
  readonly renames: ReadonlyMap<string, string>
}

/** What is selected of an object, by the keys that it has in the data. */
type FieldsByKey = ReadonlyMap<string, readonly SelectedField[]>

interface SelectedField {
  /** Of objects of these types alone. */
  readonly types: readonly string[]
  readonly inside: (() => FieldsByKey) | undefined
}

function readFields({ set, fragments, renames }: Text): FieldsByKey {
  const fields = new Map<string, SelectedField[]>()

  function add({ selections }: SelectionSetNode, types: readonly string[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKeyOf(selection)
        const inner = selection.selectionSet
        let read: FieldsByKey | undefined
        const inside = inner && ((): FieldsByKey => (read ??= readFields({ set: inner, fragments, renames })))
        const name = renames.get(key) ?? key
        const known = fields.get(name)
        if (known === undefined) fields.set(name, [{ types, inside }])
        else known.push({ types, inside })
      } else {
        const { typeCondition, selectionSet } = bodyOf(selection, fragments)
        add(selectionSet, typeCondition === undefined ? types : [...types, typeCondition.name.value])
      }
    }
  }
  add(set, [])
  return fields
}
