import type { GraphQLSchema } from 'graphql'
import type { FetchPlan } from '../PlanNode.ts'
import type { Variables } from '../Variables.ts'
import type { Representation } from './Representation.ts'
import type { Run } from './Step.ts'
import { createContextualReader } from './createContextualReader.ts'
import { createRepresenter } from './createRepresenter.ts'
import { findObjects } from './findObjects.ts'

/** The entities that one call asks for, each once, with the objects that it stands for. */
export interface Named {
  readonly representations: readonly Representation[]
  readonly objects: readonly (readonly Record<string, unknown>[])[]
  /** The contextual arguments that they have in common. */
  readonly contextual: Variables
}

/** Names what stands at a fetch's path: as many calls as there are contextual arguments, and none where nothing stands there. */
export type Namer = (run: Run) => readonly Named[]

interface Naming extends Named {
  readonly representations: Representation[]
  readonly objects: Record<string, unknown>[][]
  /** Of each representation, by its text. */
  readonly positions: Map<string, number>
}

/** Makes the namer of a fetch of entities. */
export function createNamer(
  { path, requires, inputRewrites, contextual }: FetchPlan,
  supergraph: GraphQLSchema,
): Namer {
  const represent = createRepresenter({ requires: requires ?? [], rewrites: inputRewrites, supergraph })
  const readContextual = createContextualReader(contextual, supergraph)

  return function nameObjects({ data }) {
    const namings = new Map<string, Naming>()
    findObjects(data, path, (object, at) => {
      const representation = represent(object)
      if (representation === undefined) return
      const values = readContextual(data, at)
      const text = contextual.length === 0 ? '' : JSON.stringify(values)
      const naming = namings.get(text) ?? { representations: [], objects: [], positions: new Map(), contextual: values }
      namings.set(text, naming)
      addTo(naming, representation, object)
    })
    return [...namings.values()]
  }
}

function addTo(
  { representations, objects, positions }: Naming,
  representation: Representation,
  object: Record<string, unknown>,
): void {
  const text = JSON.stringify(representation)
  const position = positions.get(text)
  if (position !== undefined) {
    objects[position]?.push(object)
    return
  }
  positions.set(text, representations.length)
  representations.push(representation)
  objects.push([object])
}
