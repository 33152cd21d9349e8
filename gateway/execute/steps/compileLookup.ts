import { getNamedType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Gap } from '../../disclose/Gap.ts'
import type { Seed } from '../PlanNode.ts'
import type { Variables } from '../Variables.ts'
import { addGaps } from '../addGaps.ts'
import { compileLookupText } from '../ask/compileLookupText.ts'
import { nullObject } from '../ask/nullObject.ts'
import { readFetchText } from '../ask/readFetchText.ts'
import type { ObjectShape, SelectedField } from '../shape/Selection.ts'
import { shapeAtPlace } from '../shape/shapeAtPlace.ts'
import type { CompileOptions } from './CompileOptions.ts'
import type { Run, Step } from './Step.ts'
import { mergeData } from './mergeData.ts'
import { pickVariables } from './pickVariables.ts'
import { withLost } from './withLost.ts'

/** A seed with what its others are asked by. */
export interface SownSeed extends Seed {
  readonly steps: readonly Step[]
}

/**
 * Compiles a lookup: what the arguments say is put where the entities will stand, and everybody is asked for them at once. Where an
 * argument is null, or the owner answers with an entity of another key, the others are asked by that key, after it. Where the owner
 * says that there is none, there is none, whatever the others said; where it says nothing, its own fields are missing.
 */
export function compileLookup(seeds: readonly SownSeed[], options: CompileOptions): Step {
  const lookups = seeds.map((seed) => compileSeed(seed, options))
  return async function lookUpAll(run) {
    await Promise.all(lookups.map((lookUp) => lookUp(run)))
  }
}

function compileSeed(seed: SownSeed, options: CompileOptions): Step {
  const { at, steps } = seed
  const text = readFetchText(seed.owner, options)
  const plant = createSeeder(seed, text, options)
  const askOwner = compileOwner(seed, text, options)
  const askOthers = (run: Run): readonly Promise<void>[] => steps.map((step) => step(run))
  return async function lookUp(run) {
    const planted = plant(run)
    await Promise.all([askOwner(run), ...(planted === undefined ? [] : askOthers(run))])
    const entity = run.data[at]
    if (isRecord(entity) && entity !== planted) await Promise.all(askOthers(run))
  }
}

const texts: ReadonlySet<string | undefined> = new Set(['ID', 'String'])

/** Puts the key of an entity where it will stand, as its owner would write it and however it is called there, and answers what stands there then. */
function createSeeder({ at, type, key }: Seed, text: OwnerText, { supergraph, defaults }: CompileOptions) {
  const entity = supergraph.getType(type)
  const fields = isObjectType(entity) ? entity.getFields() : {}
  // An argument that is an ID takes a number for one, whatever its key field is.
  const isText = new Set(key.filter(({ field }) => texts.has(getNamedType(fields[field]?.type)?.name)))
  const names = new Set(key.map(({ field }) => field))
  let selected: readonly SelectedField[] | undefined
  return function plant({ data, variables: given }: Run): Record<string, unknown> | undefined {
    const variables: Variables = { __proto__: null, ...defaults, ...given }
    const values = key.map((part) => {
      const value = variables[part.variable]
      return [part.field, isText.has(part) ? String(value) : value] as const
    })
    if (key.some(({ variable }) => (variables[variable] ?? null) === null)) return undefined
    const planted: Record<string, unknown> = { __typename: type, ...Object.fromEntries(values) }
    selected ??= selectedAt(text, at, type).filter(({ name, hasArguments }) => names.has(name) && !hasArguments)
    for (const one of selected) planted[one.key] = planted[one.name]
    data[at] = planted
    return planted
  }
}

type OwnerText = ReturnType<typeof readFetchText>

/** What the owner is asked for of the entity. */
function selectedAt({ shape: { root } }: OwnerText, at: string, type: string): readonly SelectedField[] {
  const shape = shapeAtPlace(root, [at])
  return shape?.kind === 'object' ? shape.selection.fieldsOf(type) : []
}

function compileOwner(seed: Seed, text: OwnerText, options: CompileOptions): Step {
  const { supergraph, sourceOf, defaults } = options
  const { at, type, owner } = seed
  const isAnother = createComparison(seed)
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
    const lost = missing.map((gap) => withLost(gap, shape.root))
    // Null with an error of whatever kind is no word about who exists.
    const isSilent = missing.some(({ place }) => place === undefined || place[0] === at)
    if (!isRecord(object) || isAnother(object, entity)) {
      // There is nothing but what the owner says, and others may add to it.
      dropGaps(at, run)
      run.data[at] = isRecord(entity) ? { __typename: type, ...entity } : entity
      addGaps(run.gaps, lost)
      return
    }
    if (isRecord(entity)) {
      mergeData(object, entity, { supergraph, hasGaps: missing.length > 0 })
      addGaps(run.gaps, lost)
    } else if (isSilent) missOwner({ run, missing, at }, { object, type, root: shape.root, supergraph })
    else {
      dropGaps(at, run)
      run.data[at] = null
    }
  }
}

/** Makes what says whether the owner answered with another entity: what others say of the one is never shown as the other's. */
function createComparison({ key }: Seed) {
  return function isAnother(planted: Readonly<Record<string, unknown>>, entity: unknown): boolean {
    if (!isRecord(entity)) return false
    return key.some(({ field }) => {
      const given = Object.hasOwn(entity, field) ? (entity[field] ?? null) : null
      // Null stands for what the owner could not say.
      return given !== null && keyText(given) !== keyText(planted[field])
    })
  }
}

/** A number may stand for an ID. */
function keyText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

interface Missed {
  readonly run: Run
  /** What the owner said in place of an answer. */
  readonly missing: readonly Gap[]
  readonly at: string
}

interface Wanted {
  /** What is there of the entity. */
  readonly object: Record<string, unknown>
  readonly type: string
  readonly root: ObjectShape
  readonly supergraph: GraphQLSchema
}

/** The owner did not answer: its fields are null, each for the reason that it gave for the whole. */
function missOwner({ run, missing, at }: Missed, { object, type, root, supergraph }: Wanted): void {
  const shape = shapeAtPlace(root, [at])
  if (shape?.kind !== 'object') return
  const valueOf = ({ key }: SelectedField): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)
  const { data, gaps } = nullObject(shape, { typeName: type, valueOf }, [at])
  mergeData(object, data, { supergraph, hasGaps: true })
  for (const reason of missing) {
    // With nothing but the key asked for, what is missing is its word that the entity exists.
    if (gaps.length === 0) addGaps(run.gaps, [{ ...reason, place: [at] }])
    const lost = gaps.map((place) => withLost({ ...reason, place }, root))
    addGaps(run.gaps, lost)
  }
}

/** Nothing is missing from what does not exist, or of what others said of another. */
function dropGaps(at: string, run: Run): void {
  const others = run.gaps.filter(({ place }) => place?.[0] !== at)
  run.gaps.length = 0
  addGaps(run.gaps, others)
}
