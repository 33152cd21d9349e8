import type { Place } from '../../disclose/Place.ts'

/**
 * One form for the data of all selections that ask for the same: it does not depend on aliases or on the order of fields,
 * because values stand in the order of what they answer, without names.
 */
export interface Layout {
  /** What is selected, with arguments. Two layouts of one text take the same values. */
  readonly text: string
  readonly pack: (value: unknown) => unknown
  /** Each time makes objects of its own. */
  readonly unpack: (packed: unknown) => unknown
  /** A place in the data without aliases, as far as it leads through what is selected. */
  readonly packPlace: (place: Place) => Place
  /** Where that is in the data: more than once where the very same was asked for under several keys. */
  readonly unpackPlace: (packed: Place) => readonly Place[]
  /** The types of the entities that stand here, where more of them is selected than what names them. */
  readonly types: ReadonlySet<string>
  /** The same for the objects inside. */
  readonly shows: ReadonlySet<string>
  /** Whether it is the same with any variables. */
  readonly isFixed: boolean
  /** The fields of an object of one type. */
  readonly fields: readonly FieldLayout[]
}

export interface FieldLayout {
  readonly name: string
  readonly text: string
  readonly isFixed: boolean
  /** The response keys that this very field was asked for under; below each, aliases and order are its own. */
  readonly keys: readonly [FieldKey, ...FieldKey[]]
  /** That of the first key. All have one text. */
  readonly value: Layout
}

export interface FieldKey {
  readonly key: string
  readonly value: Layout
}
