import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Rewrite } from '../PlanNode.ts'
import { typeNamesOf } from '../shape/typeNamesOf.ts'

/** Changes a representation or an entity, in place, as the planner asks for: types and keys that agencies name differently. */
export type Rewriter = (value: unknown) => void

type Change = (object: Record<string, unknown>) => void

const ofType = '... on '

/** Makes one rewriter of all rewrites of a fetch. */
export function createRewriter(rewrites: readonly Rewrite[], supergraph: GraphQLSchema): Rewriter {
  const each = rewrites.map((rewrite) => createWalk(rewrite.path, changeOf(rewrite), supergraph))
  return function rewriteAll(value) {
    for (const rewrite of each) rewrite(value)
  }
}

function changeOf({ path, change }: Rewrite): Change {
  const key = path.at(-1) ?? ''
  if ('set' in change) {
    return function setValue(object) {
      object[key] = change.set
    }
  }
  const { rename } = change
  return function renameKey(object) {
    if (!Object.hasOwn(object, key)) return
    object[rename] = object[key]
    delete object[key]
  }
}

/** Goes down the path to the objects that hold its last key. */
function createWalk(path: readonly string[], change: Change, supergraph: GraphQLSchema): Rewriter {
  const [step, ...rest] = path
  const inner = rest.length === 0 ? undefined : createWalk(rest, change, supergraph)
  const names = step?.startsWith(ofType) === true ? typeNamesOf(supergraph, step.slice(ofType.length)) : undefined

  function walk(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) walk(item)
      return
    }
    if (!isRecord(value) || step === undefined) return
    if (inner === undefined) change(value)
    else if (names === undefined) inner(value[step])
    else if (!Object.hasOwn(value, '__typename') || names.has(String(value['__typename']))) inner(value)
  }
  return walk
}
