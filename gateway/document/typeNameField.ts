import { Kind } from 'graphql'
import type { FieldNode } from 'graphql'

/** Asks for the type of an object, under its own name. The projection goes by it. */
export const typeNameField: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }
