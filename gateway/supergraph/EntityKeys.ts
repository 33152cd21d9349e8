import type { Lookup } from '../../schema/shared/readLookups.ts'

/** The fields of a key, each with its own where the key goes into an object. */
export interface KeyFields {
  readonly [name: string]: KeyFields
}

/** How entities are named, as the supergraph says it. */
export interface EntityKeys {
  /** The keys by which an agency knows a type; none for what is no entity there. */
  readonly keysAt: (agency: string, type: string) => readonly KeyFields[]
  /** Whether any agency has a key for the type. */
  readonly isEntity: (type: string) => boolean
  /** The key of a type that has the same one at every agency; undefined for a type with several, or none. */
  readonly onlyKeyOf: (type: string) => KeyFields | undefined
  readonly agenciesOf: (type: string) => readonly string[]
  /** The root fields that find an entity, by name. */
  readonly lookups: ReadonlyMap<string, Lookup>
  /** The names under which an entity of a type may also be known: the interfaces it implements, or what implements it. */
  readonly kinOf: (type: string) => readonly string[]
}
