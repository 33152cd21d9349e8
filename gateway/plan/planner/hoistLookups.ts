import { Kind, OperationTypeNode } from 'graphql'
import type { FieldNode } from 'graphql'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { FetchPlan, PlanNode, Requirement, Seed } from '../../execute/PlanNode.ts'
import type { Lookup } from '../../../schema/shared/readLookups.ts'
import { inParallel } from './inParallel.ts'
import { narrowFetch } from './narrowFetch.ts'
import { parseFetch } from './parseFetch.ts'
import type { ParsedFetch } from './parseFetch.ts'

/**
 * Saves a plan its first round trip where it can: when that only looks entities up by keys that are arguments, all agencies
 * are asked at once. A plan for which that is not sure to be the same stays as it is.
 */
export function hoistLookups(plan: PlanNode, lookups: ReadonlyMap<string, Lookup>): PlanNode {
  const [first, ...rest] = plan.kind === 'sequence' ? plan.nodes : [plan]
  const roots = first?.kind === 'fetch' ? readRoots(first) : undefined
  if (first?.kind !== 'fetch' || roots === undefined) return plan
  const seeds = roots.fields.map((field) => seedOf(field, { fetch: first, lookups, roots }))
  if (!seeds.every((seed) => seed !== undefined)) return plan
  const [next, ...later] = rest
  const { early, late } = divide(next, { seeds, fields: roots.fields })
  const nodes: readonly PlanNode[] = [
    {
      kind: 'lookup',
      seeds: seeds.map((seed) => ({ ...seed, others: early.filter((one) => rootOf(one) === seed.at) })),
    },
    ...(late.length === 0 ? [] : [inParallel(late)]),
    ...later,
  ]
  return nodes.length === 1 ? (nodes[0] ?? plan) : { kind: 'sequence', nodes }
}

/** The text of a fetch of root fields. */
interface Roots extends ParsedFetch {
  readonly fields: readonly FieldNode[]
}

function readRoots(fetch: FetchPlan): Roots | undefined {
  const { path, requires, outputRewrites } = fetch
  if (path.length > 0 || requires !== null || outputRewrites.length > 0) return undefined
  const { operation, fragments } = parseFetch(fetch)
  if (operation.operation !== OperationTypeNode.QUERY) return undefined
  const { selections } = operation.selectionSet
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD)
  return fields.length === selections.length ? { operation, fragments, fields } : undefined
}

interface SeedOptions {
  readonly fetch: FetchPlan
  readonly lookups: ReadonlyMap<string, Lookup>
  readonly roots: Roots
}

/** Undefined for a field that is no lookup, or one by a key that is not in the variables. */
function seedOf(field: FieldNode, { fetch, lookups, roots }: SeedOptions): Seed | undefined {
  const lookup = lookups.get(field.name.value)
  const { arguments: given = [], directives = [], selectionSet } = field
  if (lookup === undefined || selectionSet === undefined || directives.length > 0) return undefined
  const key = given.flatMap(({ name, value }) => {
    const keyField = lookup.keyOf.get(name.value)
    return keyField !== undefined && value.kind === Kind.VARIABLE
      ? [{ field: keyField, variable: value.name.value }]
      : []
  })
  if (key.length !== lookup.keyOf.size) return undefined
  const at = responseKeyOf(field)
  return { at, type: lookup.type, key, owner: ownerFetch(fetch, field, roots), others: [] }
}

/** Asks for one root field alone. */
function ownerFetch(fetch: FetchPlan, field: FieldNode, roots: Roots): FetchPlan {
  return narrowFetch(fetch, roots, { kind: Kind.SELECTION_SET, selections: [field] })
}

interface Divided {
  readonly early: readonly PlanNode[]
  readonly late: readonly PlanNode[]
}

interface Known {
  readonly seeds: readonly Seed[]
  readonly fields: readonly FieldNode[]
}

/** What follows a root fetch, by whether the keys are all that it takes. */
function divide(next: PlanNode | undefined, known: Known): Divided {
  if (next === undefined) return { early: [], late: [] }
  const branches = next.kind === 'parallel' ? next.nodes : [next]
  return {
    early: branches.filter((branch) => isEarly(branch, known)),
    late: branches.filter((branch) => !isEarly(branch, known)),
  }
}

function isEarly(node: PlanNode, known: Known): boolean {
  if (node.kind === 'fetch') return takesKeysAlone(node, known)
  if (node.kind !== 'sequence') return false
  // What follows in the branch may build on what the branch itself has asked for, and on nothing of the owner's.
  const [first, ...rest] = node.nodes
  return first !== undefined && isEarly(first, known) && rest.every((inner) => isInside(inner, known))
}

/** Where the first of a branch stands. */
function rootOf(branch: PlanNode | undefined): string | undefined {
  if (branch?.kind === 'sequence') return rootOf(branch.nodes[0])
  return branch?.kind === 'fetch' ? branch.path[0] : undefined
}

function takesKeysAlone({ path: [at, ...inside], requires, contextual }: FetchPlan, { seeds }: Known): boolean {
  const seed = seeds.find((one) => one.at === at)
  if (seed === undefined || inside.length > 0 || requires === null || contextual.length > 0) return false
  const keys = new Set(['__typename', ...seed.key.map(({ field }) => field)])
  return requires.every((requirement) => isOfKeys(requirement, keys))
}

function isOfKeys(requirement: Requirement, keys: ReadonlySet<string>): boolean {
  if (requirement.kind === 'field') return requirement.selections === null && keys.has(requirement.key)
  return requirement.selections.every((inner) => isOfKeys(inner, keys))
}

/** Whether all of it stands below a field that the owner was not asked for. */
function isInside(node: PlanNode, known: Known): boolean {
  if (node.kind === 'sequence' || node.kind === 'parallel') return node.nodes.every((inner) => isInside(inner, known))
  if (node.kind !== 'fetch' || node.contextual.length > 0) return false
  const [at, key] = node.path
  const root = known.fields.find((field) => responseKeyOf(field) === at)
  if (root === undefined || key === undefined) return false
  return (
    root.selectionSet?.selections.every(
      (selection) => selection.kind === Kind.FIELD && responseKeyOf(selection) !== key,
    ) === true
  )
}
