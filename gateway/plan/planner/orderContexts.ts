import type { GraphQLSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { fetchesIn } from '../../execute/fetchesIn.ts'
import type { Read } from './readsOf.ts'
import { createGiving } from './createGiving.ts'
import type { Giving } from './createGiving.ts'
import { readsOf } from './readsOf.ts'

/**
 * A plan in which whatever takes a value from above is asked for once that is known. Where what an object stands in comes from another
 * agency than the object that it is reached by, the planner asks for both at once, and the value is never told.
 */
export function orderContexts(plan: PlanNode, supergraph: GraphQLSchema): PlanNode {
  const count = fetchesIn(plan).filter(({ contextual }) => contextual.length > 0).length
  const gives = createGiving(supergraph)
  let ordered = plan
  // Each of them is put off for as many others as there are, at most.
  for (let left = count * count; left > 0; left -= 1) {
    const late = findEarly(ordered, gives)
    if (late === undefined) break
    const [first, second] = [part(ordered, (fetch) => !late.has(fetch)), part(ordered, (fetch) => late.has(fetch))]
    ordered = { kind: 'sequence', nodes: [first, second].flatMap(inOrder) }
  }
  return ordered
}

function inOrder(node: PlanNode | undefined): readonly PlanNode[] {
  if (node === undefined) return []
  return node.kind === 'sequence' ? node.nodes : [node]
}

/** A fetch of a plan, and the way to it. */
interface Placed {
  readonly fetch: FetchPlan
  readonly trail: readonly { readonly isOrdered: boolean; readonly index: number }[]
}

function placedIn(node: PlanNode, trail: Placed['trail'] = []): readonly Placed[] {
  if (node.kind === 'fetch') return [{ fetch: node, trail }]
  if (node.kind === 'lookup') return []
  const isOrdered = node.kind === 'sequence'
  return node.nodes.flatMap((inner, index) => placedIn(inner, [...trail, { isOrdered, index }]))
}

function isBefore({ trail }: Placed, other: Placed): boolean {
  const at = trail.findIndex(({ index }, depth) => index !== other.trail[depth]?.index)
  const [own, others] = [trail[at], other.trail[at]]
  return own !== undefined && others !== undefined && own.isOrdered && own.index < others.index
}

/** A fetch for which nobody has asked yet for what it takes from above, with all that builds on it. */
function findEarly(plan: PlanNode, gives: Giving): ReadonlySet<FetchPlan> | undefined {
  const placed = placedIn(plan)
  for (const one of placed) {
    for (const read of readsOf(one.fetch).contextual) {
      const givers = placed.filter(({ fetch }) => fetch !== one.fetch && gives(fetch, read))
      if (givers.length === 0 || givers.some((giver) => isBefore(giver, one))) continue
      const late = buildingOn(one, placed, gives)
      // What needs it cannot be waited for.
      if (givers.some(({ fetch }) => !late.has(fetch))) return late
    }
  }
  return undefined
}

function buildingOn(one: Placed, placed: readonly Placed[], gives: Giving): ReadonlySet<FetchPlan> {
  const built = new Map([[one.fetch, one]])
  // Sets are gone through with what is added meanwhile.
  for (const under of built.values()) {
    const builds = (read: Read): boolean => gives(under.fetch, read)
    for (const other of placed) {
      const { all } = readsOf(other.fetch)
      if (isBefore(under, other) && all.some(builds)) built.set(other.fetch, other)
    }
  }
  return new Set(built.keys())
}

/** What is left of a plan with some of its fetches. */
function part(node: PlanNode, isIn: (fetch: FetchPlan) => boolean): PlanNode | undefined {
  if (node.kind === 'fetch') return isIn(node) ? node : undefined
  if (node.kind === 'lookup') return node
  const nodes = node.nodes.flatMap((inner) => part(inner, isIn) ?? [])
  return nodes.length > 1 ? { ...node, nodes } : nodes[0]
}
