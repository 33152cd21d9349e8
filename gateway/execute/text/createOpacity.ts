import type { FetchPlan, PlanNode, Requirement } from '../PlanNode.ts'
import type { PassThrough } from '../createPassThrough.ts'
import { fetchesIn } from '../fetchesIn.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import type { ObjectShape, SelectedField, ValueShape } from '../shape/Selection.ts'
import { isSameShape } from '../shape/isSameShape.ts'
import { objectIn } from '../shape/objectIn.ts'
import { partShapeOf } from '../shape/partShapeOf.ts'
import { withoutItems } from '../withoutItems.ts'
import type { Opaque, OpaqueFields } from './Opaque.ts'

/** Tells which fields of a fetch's parts nobody looks into. */
export type Opacity = (plan: FetchPlan, shape: FetchShape) => OpaqueFields

export interface OpacityOptions {
  readonly plan: PlanNode
  /** What the operation selects, as clients see it. */
  readonly root: ObjectShape
  /** Which fields are shown themselves, where they are as they were selected. */
  readonly isPassedThrough: PassThrough
  readonly shapeOf: (query: string) => FetchShape
}

/**
 * Works out what nobody looks into in the answers to a plan: what is shown as it comes, and no fetch goes through, names to its
 * agency, or adds to.
 */
export function createOpacity({ plan, root, isPassedThrough, shapeOf }: OpacityOptions): Opacity {
  const fetches = fetchesIn(plan)
  const looked = new Set([...fetches.flatMap(lookedInto), ...seedsIn(plan)])
  const given = countGiven(fetches, shapeOf)

  function fieldsOf(own: ObjectShape, shown: ObjectShape, at: string): OpaqueFields {
    const shownFields = new Map(shown.selection.fieldsOf(shown.typeName).map((field) => [field.key, field]))
    const fields = new Map<string, Opaque>()
    for (const field of own.selection.fieldsOf(own.typeName)) {
      const opaque = opaqueIn(field, shownFields.get(field.key), { at: `${at}.${field.key}`, type: shown.typeName })
      if (opaque !== undefined) fields.set(field.key, opaque)
    }
    return fields
  }

  function opaqueIn(
    field: SelectedField,
    shown: SelectedField | undefined,
    { at, type }: Standing,
  ): Opaque | undefined {
    // Whoever meets an object may want to know its type.
    if (shown === undefined || field.name === '__typename') return undefined
    const isOnes = field.value.kind === 'leaf' || given.get(at) === 1
    const isWhole = !looked.has(at) && isOnes && isPassedThrough(shown, type) && isSameShape(field.value, shown.value)
    if (isWhole) return 'whole'
    const inside = objectIn(field.value)
    const shownInside = objectIn(shown.value)
    if (inside === undefined || shownInside === undefined) return undefined
    const fields = fieldsOf(inside, shownInside, at)
    return fields.size === 0 ? undefined : fields
  }

  return function opaqueOf(fetch, shape) {
    const own = fetch.outputRewrites.length > 0 ? undefined : partShapeOf(fetch, shape)
    const keys = withoutItems(fetch.path)
    const shown = own && shapeAt(root, keys)
    return own === undefined || shown === undefined ? new Map() : fieldsOf(own, shown, placeOf(keys))
  }
}

interface Standing {
  /** Response keys from the root, each behind a dot. */
  readonly at: string
  /** The type that has the field. */
  readonly type: string
}

/** What is looked up stands where its key was put, and is added to that. */
function seedsIn(node: PlanNode): readonly string[] {
  switch (node.kind) {
    case 'fetch':
      return []
    case 'lookup':
      return node.seeds.flatMap(({ at, others }) => [placeOf([at]), ...others.flatMap(seedsIn)])
    default:
      return node.nodes.flatMap(seedsIn)
  }
}

function placeOf(keys: readonly string[]): string {
  return keys.map((key) => `.${key}`).join('')
}

/** Where a fetch goes through to its objects, and what it takes of them and of what they stand in. */
function lookedInto({ path, requires, contextual }: FetchPlan): readonly string[] {
  const keys = withoutItems(path)
  const taken = contextual.flatMap(({ up, path: inside }) => {
    return waysAlong([...keys.slice(0, keys.length - up), ...inside.filter((step) => !step.startsWith('... on '))])
  })
  return [...waysAlong(keys), ...taken, ...(requires ?? []).flatMap((one) => requiredAt(one, placeOf(keys)))]
}

function waysAlong(keys: readonly string[]): readonly string[] {
  return keys.map((_key, index) => placeOf(keys.slice(0, index + 1)))
}

function requiredAt(requirement: Requirement, at: string): readonly string[] {
  if (requirement.kind === 'fragment') return requirement.selections.flatMap((one) => requiredAt(one, at))
  const own = `${at}.${requirement.key}`
  return [own, ...(requirement.selections ?? []).flatMap((one) => requiredAt(one, own))]
}

/** How many fetches give what stands at each place. Where one cannot be told, it counts for many. */
function countGiven(fetches: readonly FetchPlan[], shapeOf: OpacityOptions['shapeOf']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()

  function count(value: ValueShape, at: string): void {
    const object = objectIn(value)
    if (object === undefined) return
    for (const field of object.selection.fieldsOf(object.typeName)) {
      const own = `${at}.${field.key}`
      counts.set(own, (counts.get(own) ?? 0) + 1)
      count(field.value, own)
    }
  }
  for (const fetch of fetches) {
    const shape = shapeOf(fetch.query)
    const own = fetch.outputRewrites.length > 0 ? undefined : partShapeOf(fetch, shape)
    if (own === undefined) return new Map()
    count(own, placeOf(withoutItems(fetch.path)))
  }
  return counts
}

/** What the operation selects where these keys lead, if that is of one type. */
function shapeAt(root: ObjectShape, keys: readonly string[]): ObjectShape | undefined {
  let shape: ObjectShape | undefined = root
  for (const key of keys) {
    const field: SelectedField | undefined = shape?.selection.fieldsOf(shape.typeName).find((one) => one.key === key)
    shape = field && objectIn(field.value)
  }
  return shape
}
