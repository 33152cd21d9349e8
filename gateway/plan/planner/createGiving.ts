import { Kind } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import type { Fragments } from '../../document/Fragments.ts'
import { bodyOf } from '../../document/bodyOf.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import { renamesOf } from '../../execute/steps/renamesOf.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { parseFetch } from './parseFetch.ts'
import type { Read } from './readsOf.ts'

/** Tells whether a fetch asks for a value. */
export type Giving = (fetch: FetchPlan, read: Read) => boolean

/** Makes what tells it of the fetches of a supergraph. */
export function createGiving(supergraph: GraphQLSchema): Giving {
  const parsed = oncePerObject(parseFetch)

  return function gives(fetch, read) {
    const path = fetch.path.filter((step) => step !== '@')
    if (read.length <= path.length || path.some((key, index) => key !== read[index]?.key)) return false
    const { operation, fragments } = parsed(fetch)
    const renames = renamesOf(fetch.outputRewrites)
    const start = fetch.requires === null ? [] : [{ key: '_entities' }]
    return isIn(operation.selectionSet, [...start, ...read.slice(path.length)], { fragments, renames, supergraph })
  }
}

interface Text {
  readonly fragments: Fragments
  readonly renames: ReadonlyMap<string, string>
  readonly supergraph: GraphQLSchema
}

function isIn({ selections }: SelectionSetNode, read: Read, text: Text): boolean {
  const [step, ...rest] = read
  if (step === undefined) return true
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) {
      const key = responseKeyOf(selection)
      if ((text.renames.get(key) ?? key) !== step.key) return false
      return rest.length === 0 || (selection.selectionSet !== undefined && isIn(selection.selectionSet, rest, text))
    }
    const { typeCondition, selectionSet } = bodyOf(selection, text.fragments)
    return mayBe(typeCondition?.name.value, step.on, text) && isIn(selectionSet, read, text)
  })
}

/** Whether an object of one type may be of the other. */
function mayBe(one: string | undefined, other: string | undefined, { supergraph }: Text): boolean {
  if (one === undefined || other === undefined) return true
  const names = typeNamesOf(supergraph, one)
  return [...typeNamesOf(supergraph, other)].some((name) => names.has(name))
}
