import { canonicalText } from '../../../platform/canonicalText.ts'
import { isRecord } from '../../../platform/isRecord.ts'
import type { Place } from '../../disclose/Place.ts'
import type { Variables } from '../Variables.ts'
import { setOwn } from '../setOwn.ts'
import type { ObjectShape, SelectedField, ValueShape } from '../shape/Selection.ts'
import { withoutText } from '../text/withoutText.ts'
import type { FieldKey, FieldLayout, Layout } from './Layout.ts'

export interface LayoutOptions {
  readonly variables: Variables
  /** A field whose arguments are no part of the text, since what is asked for is known by them. */
  readonly lookup?: SelectedField | undefined
  /** Whether fields of these names show something of an entity, and not only which it is. */
  readonly isShown: (typeName: string, names: readonly string[]) => boolean
}

interface Scope extends LayoutOptions {
  /** Fields that may still be laid out: interfaces inside interfaces multiply. */
  left: number
}

const mostFields = 5_000

/** The layout of a shape with its variables; undefined where it has no one form, or one that takes too long to find. */
export function createLayout(shape: ValueShape, options: LayoutOptions): Layout | undefined {
  return layoutOf(shape, { ...options, left: mostFields })
}

function layoutOf(shape: ValueShape, scope: Scope): Layout | undefined {
  switch (shape.kind) {
    case 'leaf':
      return leaf
    case 'list': {
      const item = layoutOf(shape.item, scope)
      return item === undefined ? undefined : layoutOfList(item)
    }
    case 'object':
      return layoutOfObject(shape, scope)
    default:
      return shape satisfies never
  }
}

const none: ReadonlySet<string> = new Set()
const leaf: Layout = {
  text: '',
  pack: withoutText,
  // Of a scalar that is an object, too, each request gets its own.
  unpack: (packed) => (typeof packed === 'object' && packed !== null ? structuredClone(packed) : packed),
  packPlace: () => [],
  unpackPlace: () => [[]],
  types: none,
  shows: none,
  isFixed: true,
  fields: [],
}

function layoutOfList({ pack, unpack, packPlace, unpackPlace, ...item }: Layout): Layout {
  // How deep a list is, the field's type says.
  const each = (values: unknown, make: (value: unknown) => unknown): unknown =>
    Array.isArray(values) ? values.map(make) : null
  return {
    ...item,
    fields: [],
    pack: (value) => each(withoutText(value), pack),
    unpack: (packed) => each(packed, unpack),
    packPlace: ([index, ...rest]) => (typeof index === 'number' ? [index, ...packPlace(rest)] : []),
    unpackPlace: ([index, ...rest]) =>
      index === undefined ? [[]] : unpackPlace(rest).map((place) => [index, ...place]),
  }
}

function layoutOfObject({ selection, typeName, typeNames }: ObjectShape, scope: Scope): Layout | undefined {
  const byType = new Map<string, readonly FieldLayout[]>()
  for (const name of [...typeNames].toSorted()) {
    const fields = layoutFields(selection.fieldsOf(name), scope)
    if (fields === undefined) return undefined
    byType.set(name, fields)
  }
  const [only, ...others] = byType.values()
  const isAbstract = others.length > 0
  const slotsByType = new Map(
    [...byType].map(([name, fields]) => [name, slotsOf(selection.fieldsOf(name), fields, isAbstract ? 1 : 0)] as const),
  )
  const [onlySlots] = slotsByType.values()
  const namesOf = (fields: readonly FieldLayout[]): readonly string[] => fields.map(({ name }) => name)
  const types = [...byType].filter(([name, fields]) => scope.isShown(name, namesOf(fields)))
  const all = [...byType.values()].flat()
  const inside = all.flatMap(({ value }) => [...value.types, ...value.shows])
  return {
    text: [...byType]
      .map(([name, fields]) => `${isAbstract ? name : ''}{${fields.map(({ text }) => text).join(',')}}`)
      .join(''),
    types: new Set(types.map(([name]) => name)),
    shows: new Set(inside),
    isFixed: all.every(({ isFixed }) => isFixed),
    fields: isAbstract ? [] : (only ?? []),
    pack(given) {
      const value = withoutText(given)
      if (!isRecord(value)) return null
      const name = String(Object.hasOwn(value, '__typename') ? value['__typename'] : typeName)
      const values = (byType.get(name) ?? []).map(({ keys: [first] }) => first.value.pack(value[first.key] ?? null))
      // Among several types, it says which values follow.
      return isAbstract ? [name, ...values] : values
    },
    unpack(packed) {
      if (!Array.isArray(packed)) return null
      const values: readonly unknown[] = packed
      const slots = (isAbstract ? slotsByType.get(String(values[0])) : onlySlots) ?? []
      const object: Record<string, unknown> = {}
      for (const { at, key, value } of slots) setOwn(object, key, value.unpack(values[at]))
      return object
    },
    ...placesOf(all),
  }
}

/** A field is told from others by its text, whichever of the types has it. */
function placesOf(fields: readonly FieldLayout[]): Pick<Layout, 'packPlace' | 'unpackPlace'> {
  return {
    packPlace([step, ...rest]) {
      const [found] = fields.flatMap(({ text, keys }) =>
        keys.flatMap((own) => (own.key === step ? [{ text, own }] : [])),
      )
      return found === undefined ? [] : [found.text, ...found.own.value.packPlace(rest)]
    },
    unpackPlace([step, ...rest]) {
      const keys = fields.flatMap((field) => (field.text === step ? field.keys : []))
      const places = keys.flatMap(({ key, value }) => value.unpackPlace(rest).map((place): Place => [key, ...place]))
      return places.length === 0 ? [[]] : [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
    },
  }
}

/** A response key, and where its value stands. */
interface Slot extends FieldKey {
  readonly at: number
}

/** The response keys in the order of the selection: what an agency would have answered is shown without being copied. */
function slotsOf(selected: readonly SelectedField[], fields: readonly FieldLayout[], first: number): readonly Slot[] {
  const slots = new Map(
    fields.flatMap(({ keys }, index) => keys.map((own) => [own.key, { ...own, at: first + index }] as const)),
  )
  return selected.flatMap(({ key }) => slots.get(key) ?? [])
}

/** The fields in the order of their texts; those that ask for the very same are one. */
function layoutFields(selected: readonly SelectedField[], scope: Scope): readonly FieldLayout[] | undefined {
  const fields = new Map<string, FieldLayout>()
  for (const field of selected) {
    const { key, name, value: shape, argumentsOf, hasArguments } = field
    scope.left -= 1
    const given = field === scope.lookup ? {} : argumentsOf(scope.variables)
    const value = scope.left < 0 || given === undefined ? undefined : layoutOf(shape, scope)
    if (value === undefined) return undefined
    const words = given === undefined || Object.keys(given).length === 0 ? '' : `(${canonicalText(given)})`
    const text = name + words + value.text
    const same = fields.get(text)
    const own = { key, value }
    const isFixed = value.isFixed && (!hasArguments || field === scope.lookup)
    fields.set(text, same ? { ...same, keys: [...same.keys, own] } : { name, text, value, isFixed, keys: [own] })
  }
  return [...fields.values()].toSorted(({ text: one }, { text: other }) => (one < other ? -1 : 1))
}
