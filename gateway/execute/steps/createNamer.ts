import type { GraphQLSchema } from 'graphql'
import type { FetchPlan } from '../PlanNode.ts'
import type { Representation } from './Representation.ts'
import type { Run } from './Step.ts'
import { createRepresenter } from './createRepresenter.ts'
import { findObjects } from './findObjects.ts'

/** The entities of a fetch, each once, with the objects that it stands for. */
export interface Named {
  readonly representations: readonly Representation[]
  readonly objects: readonly (readonly Record<string, unknown>[])[]
}

/** Names what stands at a fetch's path. */
export type Namer = (run: Run) => Named

/** Makes the namer of a fetch of entities. */
export function createNamer({ path, requires, inputRewrites }: FetchPlan, supergraph: GraphQLSchema): Namer {
  const represent = createRepresenter({ requires: requires ?? [], rewrites: inputRewrites, supergraph })

  return function nameObjects({ data }) {
    const representations: Representation[] = []
    const objects: Record<string, unknown>[][] = []
    const positions = new Map<string, number>()
    findObjects(data, path, (object) => {
      const representation = represent(object)
      if (representation === undefined) return
      const text = JSON.stringify(representation)
      const position = positions.get(text)
      if (position !== undefined) {
        objects[position]?.push(object)
        return
      }
      positions.set(text, representations.length)
      representations.push(representation)
      objects.push([object])
    })
    return { representations, objects }
  }
}
