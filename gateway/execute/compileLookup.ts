import { getNamedType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../platform/isRecord.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Gap } from './Gap.ts'
import type { Seed } from './PlanNode.ts'
import type { Representation } from './Representation.ts'
import type { ObjectShape } from './Selection.ts'
import type { Run, Step } from './Step.ts'
import type { Variables } from './Variables.ts'
import { addGaps } from './addGaps.ts'
import { compileLookupText } from './compileLookupText.ts'
import { mergeData } from './mergeData.ts'
import { nullObject } from './nullObject.ts'
import { pickVariables } from './pickVariables.ts'
import { readText } from './readText.ts'

export interface LookupOptions extends CompileOptions {
  /** What else is asked for with the keys alone. */
  readonly others: readonly Step[]
}

/**
 * Compiles a lookup: what the arguments say is put where the entities will stand, and everybody is asked for them at once. Where an
 * argument is null, or the owner answers with an entity of another key, the others are asked by that key, after it. Where the owner
 * says that there is none, there is none, whatever the others said; where it says nothing, its own fields are missing.
 */
export function compileLookup(seeds: readonly Seed[], options: LookupOptions): Step {
  const owners = seeds.map((seed) => compileOwner(seed, options))
  const seeders = seeds.map((seed) => createSeeder(seed, options.schema))
  return async function lookUp(run) {
    const variables = { __proto__: null, ...options.defaults, ...run.variables }
    const isNamed = seeders.map((plant) => plant(run.data, variables)).every(Boolean)
    const planted = seeds.map(({ at }) => run.data[at])
    await Promise.all([...owners, ...(isNamed ? options.others : [])].map((step) => step(run)))
    const isOther = seeds.some(({ at }, index) => isRecord(run.data[at]) && run.data[at] !== planted[index])
    if (isOther) await Promise.all(options.others.map((step) => step(run)))
  }
}

/** Puts the key of an entity where it will stand, as its owner would write it; answers whether there is one. */
function createSeeder({ at, type, key }: Seed, schema: GraphQLSchema) {
  const known = schema.getType(type)
  const fields = isObjectType(known) ? known.getFields() : {}
  const isId = new Set(key.filter(({ field }) => getNamedType(fields[field]?.type)?.name === 'ID'))
  return function plant(data: Run['data'], variables: Variables): boolean {
    const values = key.map((part) => {
      const value = variables[part.variable]
      return [part.field, isId.has(part) ? String(value) : value] as const
    })
    if (key.some(({ variable }) => (variables[variable] ?? null) === null)) return false
    data[at] = { __typename: type, ...Object.fromEntries(values) }
    return true
  }
}

function compileOwner(seed: Seed, options: CompileOptions): Step {
  const { schema, sourceOf, defaults } = options
  const { at, type, owner } = seed
  const isAnother = createComparison(seed)
  const text = readText(owner, options)
  const { shape } = text
  const lookup = compileLookupText(seed, shape.document)
  const ask = sourceOf(owner.agency).open({ ...text, lookup })
  // Where lookups cannot travel together, what names the one is like any other variable.
  const key = lookup?.key ?? []
  const others = owner.variables.filter((name) => !key.includes(name))

  return async function askOwner(run) {
    const all = { ...defaults, ...run.variables }
    const object = run.data[at]
    const asking = { variables: pickVariables(all, others), parts: [pickVariables(all, key)], context: run.context }
    const { parts, placeless } = await ask(asking)
    const { data: root, gaps = [] } = parts[0] ?? {}
    const entity = isRecord(root) ? root[at] : null
    const missing: readonly Gap[] = placeless.length === 0 ? gaps : [...gaps, ...placeless]
    // Null with an error of whatever kind is no word about who exists.
    const isSilent = missing.some(({ place }) => place === undefined || place[0] === at)
    if (!isRecord(object) || isAnother(object, entity)) {
      // There is nothing but what the owner says, and others may add to it.
      run.data[at] = isRecord(entity) ? { __typename: type, ...entity } : entity
      addGaps(run.gaps, missing)
      return
    }
    if (isRecord(entity)) {
      mergeData(object, entity, { schema })
      addGaps(run.gaps, missing)
    } else if (isSilent)
      missOwner({ run, missing, at }, { known: { ...object, __typename: type }, root: shape.root, schema })
    else remove(at, run)
  }
}

/** Makes what says whether the owner answered with another entity: what others say of the one is never shown as the other's. */
function createComparison({ key }: Seed) {
  return function isAnother(planted: Readonly<Record<string, unknown>>, entity: unknown): boolean {
    if (!isRecord(entity)) return false
    // A number may stand for an ID.
    return key.some(({ field }) => Object.hasOwn(entity, field) && String(entity[field]) !== String(planted[field]))
  }
}

interface Missed {
  readonly run: Run
  /** What the owner said in place of an answer. */
  readonly missing: readonly Gap[]
  readonly at: string
}

interface Wanted {
  readonly known: Representation
  readonly root: ObjectShape
  readonly schema: GraphQLSchema
}

/** The owner did not answer: its fields are null, each for the reason that it gave for the whole. */
function missOwner({ run, missing, at }: Missed, { known, root, schema }: Wanted): void {
  const shape = root.selection.fieldsOf(root.typeName).find(({ key }) => key === at)?.value
  if (shape?.kind !== 'object') return
  const { data, gaps } = nullObject(shape, known, [at])
  const object = run.data[at]
  if (isRecord(object)) mergeData(object, data, { schema, hasGaps: true })
  // With nothing but the key asked for, what is missing is its word that the entity exists.
  const places = gaps.length > 0 ? gaps : [[at]]
  for (const reason of missing)
    addGaps(
      run.gaps,
      places.map((place) => ({ ...reason, place })),
    )
}

/** Nothing is missing from what does not exist. */
function remove(at: string, run: Run): void {
  run.data[at] = null
  const others = run.gaps.filter(({ place }) => place?.[0] !== at)
  run.gaps.length = 0
  addGaps(run.gaps, others)
}
