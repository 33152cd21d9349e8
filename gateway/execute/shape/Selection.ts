import type { SelectionSetNode } from 'graphql'
import type { Mark } from '../Mark.ts'
import type { Variables } from '../Variables.ts'

/** A selection set, merged and flattened for each type it can meet. */
export interface Selection {
  readonly fieldsOf: (typeName: string) => readonly SelectedField[]
}

/** A selection set on a type. */
export interface SelectionSource {
  readonly set: SelectionSetNode
  readonly parent: string
}

/** One response key of a selection. */
export interface SelectedField {
  readonly key: string
  readonly name: string
  readonly hasArguments: boolean
  /** Its arguments with these variables, defaults included; undefined when nobody but the agency can tell what they mean. */
  readonly argumentsOf: (variables: Variables) => Readonly<Record<string, unknown>> | undefined
  readonly value: ValueShape
  readonly mark: Mark | undefined
}

/** What a value of an answer must look like: its place in the supergraph's types, with the selection made of it. */
export type ValueShape = LeafShape | ListShape | ObjectShape

export interface LeafShape {
  readonly kind: 'leaf'
  readonly nullable: boolean
  readonly accepts: (value: unknown) => boolean
  /** Whether it accepts every text, so that it need not be asked. */
  readonly acceptsTexts: boolean
  /** All texts that it accepts, where they are few. */
  readonly names: readonly string[] | undefined
  /** Leaves of which this is the same accept the same; undefined for what nobody knows. */
  readonly of: string | undefined
}

export interface ListShape {
  readonly kind: 'list'
  readonly nullable: boolean
  readonly item: ValueShape
}

export interface ObjectShape {
  readonly kind: 'object'
  readonly nullable: boolean
  /** The type, where an object does not name its own. */
  readonly typeName: string
  /** The names that an object's `__typename` may have. */
  readonly typeNames: ReadonlySet<string>
  readonly selection: Selection
}
