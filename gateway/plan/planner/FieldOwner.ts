import type { InterfaceTypeDefinitionNode, ObjectTypeDefinitionNode } from 'graphql'

/** What has fields in a supergraph. */
export type FieldOwner = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode
