import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Requirement, Rewrite } from '../PlanNode.ts'
import { typeNamesOf } from '../shape/typeNamesOf.ts'
import type { Representation } from './Representation.ts'
import { createRewriter } from './createRewriter.ts'
import { mergeData } from './mergeData.ts'

/** Names an object to an agency; undefined when it has not all that the agency needs to know of it. */
export type Representer = (object: Readonly<Record<string, unknown>>) => Representation | undefined

export interface RepresenterOptions {
  readonly requires: readonly Requirement[]
  readonly rewrites: readonly Rewrite[]
  readonly supergraph: GraphQLSchema
}

/** Makes the representer of a fetch (Apollo Federation subgraph specification, `_Any`). */
export function createRepresenter({ requires, rewrites, supergraph }: RepresenterOptions): Representer {
  const pick = createPicker(requires, supergraph)
  const rewrite = createRewriter(rewrites, supergraph)
  return function represent(object) {
    const picked = pick(object)
    if (picked === undefined || !isRepresentation(picked)) return undefined
    rewrite(picked)
    return picked
  }
}

function isRepresentation(object: Record<string, unknown>): object is Record<string, unknown> & Representation {
  return typeof object['__typename'] === 'string'
}

/** Undefined when one of the fields was never asked for, or not of this object: a null is a value. */
type Picker = (object: Readonly<Record<string, unknown>>) => Record<string, unknown> | undefined

type Part = (object: Readonly<Record<string, unknown>>, picked: Record<string, unknown>) => boolean

function createPicker(requires: readonly Requirement[], supergraph: GraphQLSchema): Picker {
  const parts = requires.map((requirement) => createPart(requirement, supergraph))
  return function pick(object) {
    const picked: Record<string, unknown> = {}
    return parts.every((part) => part(object, picked)) ? picked : undefined
  }
}

function createPart(requirement: Requirement, supergraph: GraphQLSchema): Part {
  if (requirement.kind === 'fragment') {
    const names = typeNamesOf(supergraph, requirement.on)
    const pick = createPicker(requirement.selections, supergraph)
    return function pickFragment(object, picked) {
      if (!names.has(String(object['__typename']))) return true
      const own = pick(object)
      mergeData(picked, own ?? {}, { supergraph })
      return own !== undefined
    }
  }
  const { key, name, selections } = requirement
  const pickInside = selections === null ? undefined : createPicker(selections, supergraph)
  return function pickField(object, picked) {
    if (!Object.hasOwn(object, key) || object[key] === undefined) return false
    picked[name] = pickInside === undefined ? object[key] : pickValue(object[key], pickInside)
    return true
  }
}

function pickValue(value: unknown, pick: Picker): unknown {
  if (Array.isArray(value)) return value.map((item) => pickValue(item, pick))
  return isRecord(value) ? (pick(value) ?? null) : null
}
