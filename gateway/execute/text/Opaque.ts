/** What of a value nobody looks into: all of it, or what these of its fields have, through lists as well. */
export type Opaque = 'whole' | OpaqueFields

/** By response key. */
export type OpaqueFields = ReadonlyMap<string, Opaque>
