import { Kind } from 'graphql'
import type { DefinitionNode } from 'graphql'
import type { FieldOwner } from './FieldOwner.ts'

/** Whether a definition in a supergraph has fields. */
export function isFieldOwner(definition: DefinitionNode): definition is FieldOwner {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
}
