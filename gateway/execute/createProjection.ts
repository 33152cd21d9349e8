import { isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../platform/isRecord.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import type { Mask } from '../../schema/access/masks.ts'
import type { MaskedField } from '../disclose/MaskedField.ts'
import type { Place } from '../disclose/Place.ts'
import { maskValue } from '../disclose/maskValue.ts'
import type { ClientKeys } from './ClientKeys.ts'
import type { Mark } from './Mark.ts'
import { createPassThrough } from './createPassThrough.ts'
import type { PassThrough } from './createPassThrough.ts'
import { renameSteps } from './renameSteps.ts'
import { setOwn } from './setOwn.ts'
import type { ListShape, ObjectShape, SelectedField, Selection, ValueShape } from './shape/Selection.ts'
import { asksOneType } from './shape/asksOneType.ts'
import { isAsSelected } from './shape/isAsSelected.ts'
import { typeNameIn } from './shape/typeNameIn.ts'
import { JsonText } from './text/JsonText.ts'
import { withoutText } from './text/withoutText.ts'

/** What the client sees of the data that a plan gathered. */
export interface Projected {
  readonly data: Record<string, unknown> | null
  /** Where a value did not fit the schema, and null stands for it or for what holds it. Under the client's response keys. */
  readonly misfits: readonly Place[]
  /**
   * Where nobody answered anything, and at `__typename` where nobody said which type an object has of which more is selected. Under
   * the keys of the gathered data.
   */
  readonly missing: readonly Place[]
  /** What the client may not see, each field once, where it stands first. */
  readonly withheld: readonly Withheld[]
  /** Of what is shown, each field once of which something else is. */
  readonly masked: readonly MaskedField[]
  /** Whose records there are in the data, by the response key of the root field below which they stand. */
  readonly dataSubjects: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether values stand in it as texts. */
  readonly hasTexts: boolean
}

export interface Withheld {
  readonly mark: WithheldMark
  readonly place: Place
}

type WithheldMark = Extract<Mark, { readonly kind: 'withheld' }>

/** Makes, of what a plan gathered, the answer to an operation (GraphQL specification, 6.4.3 and 6.4.4). */
export type Projection = (data: Readonly<Record<string, unknown>>) => Projected

export interface ProjectionOptions {
  /** The schema that clients see: an object of a type that is not in it is not shown. */
  readonly schema: GraphQLSchema
  readonly clientKeys: ClientKeys
  /** What decides which fields are shown themselves, where somebody else has to know it as well. */
  readonly isPassedThrough?: PassThrough
}

interface Compiling extends ProjectionOptions {
  readonly isPassedThrough: PassThrough
  /** The same for all places where a selection stands. */
  readonly projectorsOf: (selection: Selection) => ProjectorsByType
}

/** Null where clients may not see the type. */
type ProjectorsByType = (typeName: string) => readonly FieldProjector[] | null

/** Compiles the projection of an operation from its shape. */
export function createProjection(root: ObjectShape, options: ProjectionOptions): Projection {
  const { isPassedThrough = createPassThrough(options) } = options
  const projectorsOf = oncePerObject((selection: Selection) => projectorsByType(selection, compiling))
  const compiling: Compiling = { ...options, isPassedThrough, projectorsOf }
  const project = projectorOfObject(root, compiling)
  return function projectData(data) {
    const walk: Walk = {
      at: [],
      misfits: [],
      missing: [],
      withheld: new Map(),
      masked: new Map(),
      dataSubjects: new Map(),
      hasTexts: false,
    }
    const projected = project(data, walk)
    const { missing, dataSubjects, hasTexts } = walk
    const misfits = walk.misfits.map((place) => renameSteps(place, options.clientKeys))
    const withheld = Array.from(walk.withheld, ([mark, at]) => ({ mark, place: renameSteps(at, options.clientKeys) }))
    const replaced = Array.from(walk.masked, ([field, mask]) => ({ field, mask }))
    const shown = isRecord(projected) ? projected : null
    return { data: shown, misfits, missing, withheld, masked: replaced, dataSubjects, hasTexts }
  }
}

interface Walk {
  /** Under the keys of the gathered data. */
  readonly at: (string | number)[]
  readonly misfits: Place[]
  readonly missing: Place[]
  readonly withheld: Map<WithheldMark, Place>
  readonly masked: Map<string, Mask>
  readonly dataSubjects: Map<string, Set<string>>
  hasTexts: boolean
}

/** The value to show: null where it does not fit and null is allowed inside it, undefined where what holds it has to go. */
type Projector = (value: unknown, walk: Walk) => unknown

interface FieldProjector {
  readonly key: string
  /** The client's; null for what is not shown, and decides all the same whether the object is. */
  readonly name: string | null
  readonly project: Projector
  /** What is shown itself where it is as it was selected. Most of an answer is, and neither copied nor looked at again then. */
  readonly passed: ValueShape | undefined
}

function projectorOf(shape: ValueShape, options: Compiling): Projector {
  const project = projectorOfKind(shape, options)
  const { nullable } = shape
  return function projectValue(value, walk) {
    if (value !== null && value !== undefined) {
      const projected = project(value, walk)
      // A null below has been told of already.
      return projected === null && !nullable ? undefined : projected
    }
    if (value === undefined) walk.missing.push([...walk.at])
    if (!nullable) walk.misfits.push([...walk.at])
    return nullable ? null : undefined
  }
}

function projectorOfKind(shape: ValueShape, options: Compiling): Projector {
  switch (shape.kind) {
    case 'leaf': {
      const { accepts } = shape
      return (value, walk) => (accepts(value) ? value : misfit(walk))
    }
    case 'list':
      return projectorOfList(shape, options)
    case 'object':
      return projectorOfObject(shape, options)
    default:
      return shape satisfies never
  }
}

function misfit({ misfits, at }: Walk): null {
  misfits.push([...at])
  return null
}

function projectorOfList({ item }: ListShape, options: Compiling): Projector {
  const project = projectorOf(item, options)
  return function projectList(value, walk) {
    if (!Array.isArray(value)) return misfit(walk)
    const values: unknown[] = []
    let whole = true
    for (let index = 0; index < value.length; index += 1) {
      walk.at.push(index)
      const projected = project(value[index], walk)
      walk.at.pop()
      whole &&= projected !== undefined
      values.push(projected)
    }
    return whole ? values : null
  }
}

function projectorOfObject(shape: ObjectShape, options: Compiling): Projector {
  const projectorsOf = options.projectorsOf(shape.selection)
  const isOfSeveral = shape.typeNames.size > 1
  return function projectObject(value, walk) {
    if (!isRecord(value)) return misfit(walk)
    const typeName = typeNameIn(value, shape)
    if (isOfSeveral && typeName === shape.typeName && asksOneType(shape)) walk.missing.push([...walk.at, '__typename'])
    const fields = projectorsOf(typeName)
    return fields === null ? misfit(walk) : projectFields(value, fields, walk)
  }
}

function projectorsByType(selection: Selection, options: Compiling): ProjectorsByType {
  const byType = new Map<string, readonly FieldProjector[] | null>()
  return function projectorsOf(name) {
    const known = byType.get(name)
    if (known !== undefined) return known
    const isVisible = options.schema.getType(name) !== undefined
    const fields = selection.fieldsOf(name)
    const projectors = isVisible ? fields.map((field) => fieldProjector(field, name, options)) : null
    // What the selection has no room to remember is not remembered here either.
    if (selection.fieldsOf(name) === fields) byType.set(name, projectors)
    return projectors
  }
}

function fieldProjector(field: SelectedField, typeName: string, options: Compiling): FieldProjector {
  const { key, name, mark } = field
  if (mark?.kind === 'dataSubject')
    return { key, name: null, project: noteDataSubject(field.value, options), passed: undefined }
  const given = options.clientKeys.get(key)
  const passed = options.isPassedThrough(field, typeName) && name !== '__typename' ? field.value : undefined
  return { key, name: given === undefined ? key : given, project: projectorOfField(), passed }

  function projectorOfField(): Projector {
    if (mark?.kind === 'absent') return () => (field.value.nullable ? null : undefined)
    if (mark?.kind === 'withheld') return withhold(mark, field.value)
    if (name !== '__typename') return masked(field.value, mark, options)
    const isObject = isObjectType(options.schema.getType(typeName))
    // An object goes of which nobody said what it is.
    return (_value, walk) => (isObject ? typeName : void misfit(walk))
  }
}

/** Notes whose record an object is, and takes the object away where nothing says so: nobody could find out who was shown. */
function noteDataSubject(shape: ValueShape, { clientKeys }: Compiling): Projector {
  const read = dataSubjectReader(shape)
  return function noteRecord(value, { dataSubjects, misfits, at }) {
    const dataSubject = read(withoutText(value))
    if (dataSubject === undefined) {
      misfits.push(at.slice(0, -1))
      return undefined
    }
    const key = String(at[0])
    const root = clientKeys.get(key) ?? key
    const noted = dataSubjects.get(root)
    if (noted === undefined) dataSubjects.set(root, new Set([dataSubject]))
    else noted.add(dataSubject)
    return null
  }
}

/**
 * Compiles the reading of the one value that was selected, also where it stands in another object. Beside it there may be what
 * plans need of that, and where that is a record as well, what says whose it is.
 */
const dataSubjectReader = oncePerObject((shape: ValueShape): ((value: unknown) => string | undefined) => {
  if (shape.kind !== 'object') return textOf
  return function readInside(value) {
    if (!isRecord(value)) return undefined
    const fields = shape.selection.fieldsOf(typeNameIn(value, shape))
    const selected =
      fields.find(({ mark }) => mark?.kind === 'dataSubject') ?? fields.find(({ name }) => name !== '__typename')
    return selected && dataSubjectReader(selected.value)(value[selected.key])
  }
})

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function withhold(mark: WithheldMark, { nullable }: ValueShape): Projector {
  return function withholdValue(_value, { withheld, at }) {
    if (!withheld.has(mark)) withheld.set(mark, [...at])
    return nullable ? null : undefined
  }
}

function masked(shape: ValueShape, mark: Mark | undefined, options: Compiling): Projector {
  const project = projectorOf(shape, options)
  if (mark?.kind !== 'masked') return project
  return function projectMasked(value, walk) {
    const projected = project(value, walk)
    if (projected === null || projected === undefined) return projected
    const shown = maskValue(projected, mark.mask) ?? misfit(walk)
    if (shown !== null) walk.masked.set(mark.field, mark.mask)
    return shown === null && !shape.nullable ? undefined : shown
  }
}

function projectFields(
  value: Readonly<Record<string, unknown>>,
  fields: readonly FieldProjector[],
  walk: Walk,
): Record<string, unknown> | null {
  const shown: Record<string, unknown> = {}
  for (const field of fields) {
    const { key, name } = field
    const projected = projectField(Object.hasOwn(value, key) ? value[key] : undefined, field, walk)
    if (projected === undefined) return null
    if (name !== null) setOwn(shown, name, projected)
  }
  return shown
}

function projectField(given: unknown, { key, passed, project }: FieldProjector, walk: Walk): unknown {
  if (passed !== undefined) {
    if (given instanceof JsonText) {
      walk.hasTexts = true
      return given
    }
    if (isAsSelected(given, passed)) return given
  }
  walk.at.push(key)
  const projected = project(given, walk)
  walk.at.pop()
  return projected
}
