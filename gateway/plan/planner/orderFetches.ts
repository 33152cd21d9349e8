import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { fetchesIn } from '../../execute/fetchesIn.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { createGivers } from './createGivers.ts'
import type { Giving } from './createGiving.ts'
import type { Read } from './readsOf.ts'
import type { Settling } from './Settling.ts'
import { mapFetches } from './mapFetches.ts'
import { readsOf } from './readsOf.ts'

/**
 * A plan in which everything is asked for once all that it takes is known. The planner asks too soon where what an object stands in comes
 * from another agency than the object that it is reached by, and a field takes its value from there; and where two agencies need something
 * of each other, and it puts fetches of one of them together. Whoever is not told enough is not asked, without an error.
 */
export function orderFetches(plan: PlanNode, { supergraph, gives, divide }: Settling): PlanNode {
  // What follows on one fetch alone is told of it.
  if (fetchesIn(plan).length < 3) return plan
  const options = { reading: oncePerObject((fetch: FetchPlan) => readsOf(fetch, supergraph).flat()), gives, divide }
  let ordered = plan
  // It ends: each time, more is known before it is taken and all else stays so, or a fetch becomes several, which it can do once.
  for (;;) {
    const next = improve(ordered, options)
    if (next === undefined) return ordered
    ordered = next
  }
}

interface OrderOptions extends Pick<Settling, 'gives' | 'divide'> {
  readonly reading: (fetch: FetchPlan) => readonly Read[]
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

function isBefore(one: Placed | undefined, other: Placed): boolean {
  const trail = one?.trail ?? []
  const at = trail.findIndex(({ index }, depth) => index !== other.trail[depth]?.index)
  const [own, others] = [trail[at], other.trail[at]]
  return own !== undefined && others !== undefined && own.isOrdered && own.index < others.index
}

/** The plan with one fetch less that is made too soon; undefined where there is none, or no help. */
function improve(plan: PlanNode, { reading, gives, divide }: OrderOptions): PlanNode | undefined {
  const placed = placedIn(plan)
  const stuck = new Set<FetchPlan>()
  const places = new Map(placed.map((one) => [one.fetch, one]))
  const giversOf = createGivers([...places.keys()], gives)
  for (const one of placed) {
    for (const read of reading(one.fetch)) {
      const givers = giversOf(read).filter((fetch) => fetch !== one.fetch)
      const isKnown = givers.some((fetch) => isBefore(places.get(fetch), one))
      if (isKnown || givers.length === 0) continue
      const late = buildingOn(one, placed, { reading, gives })
      if (givers.some((fetch) => !late.has(fetch))) return putOff(plan, late)
      // What needs it cannot be waited for, unless that is another of its fields than the one that waits.
      stuck.add(one.fetch)
    }
  }
  for (const fetch of stuck) {
    const divided = divide(fetch)
    if (divided.kind !== 'fetch') return mapFetches(plan, (one) => (one === fetch ? divided : one))
  }
  return undefined
}

interface BuildOptions {
  readonly reading: (fetch: FetchPlan) => readonly Read[]
  readonly gives: Giving
}

function buildingOn(one: Placed, placed: readonly Placed[], { reading, gives }: BuildOptions): ReadonlySet<FetchPlan> {
  const built = new Map([[one.fetch, one]])
  // Maps are gone through with what is added meanwhile.
  for (const under of built.values()) {
    for (const other of placed) {
      const builds = (): boolean => reading(other.fetch).some((read) => gives(under.fetch, read))
      if (isBefore(under, other) && !built.has(other.fetch) && builds()) built.set(other.fetch, other)
    }
  }
  return new Set(built.keys())
}

function putOff(plan: PlanNode, late: ReadonlySet<FetchPlan>): PlanNode {
  const [first, second] = [part(plan, (fetch) => !late.has(fetch)), part(plan, (fetch) => late.has(fetch))]
  return { kind: 'sequence', nodes: [first, second].flatMap(inOrder) }
}

/** What is left of a plan with some of its fetches. */
function part(node: PlanNode, isIn: (fetch: FetchPlan) => boolean): PlanNode | undefined {
  if (node.kind === 'fetch') return isIn(node) ? node : undefined
  if (node.kind === 'lookup') return node
  const nodes = node.nodes.flatMap((inner) => part(inner, isIn) ?? [])
  return nodes.length > 1 ? { ...node, nodes } : nodes[0]
}

function inOrder(node: PlanNode | undefined): readonly PlanNode[] {
  if (node === undefined) return []
  return node.kind === 'sequence' ? node.nodes : [node]
}
