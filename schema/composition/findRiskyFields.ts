import { Kind } from 'graphql'
import type { DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode, TypeNode } from 'graphql'

/**
 * The fields of one subgraph that are not nullable although their value needs another agency, or although others add to
 * the same type: one agency's silence would then take away what the others answered.
 */
export function findRiskyFields(
  subgraph: string,
  document: DocumentNode,
  all: readonly DocumentNode[],
): readonly string[] {
  const shared = sharedTypes(all)
  const own = new Set(entitiesOf(document).filter(isResolvable).map(nameOf))
  return objectsOf(document).flatMap((type) => {
    const keys = keyFieldsOf(type)
    const isShared = shared.has(nameOf(type))
    return (type.fields ?? []).flatMap((field) =>
      field.type.kind === Kind.NON_NULL_TYPE && !keys.has(nameOf(field)) && (isShared || isForeign(field, shared, own))
        ? [`${subgraph}: ${nameOf(type)}.${nameOf(field)} must be nullable, since another agency takes part in it.`]
        : [],
    )
  })
}

/** Types that several subgraphs contribute fields to: the root and every entity with a key in more than one of them. */
function sharedTypes(all: readonly DocumentNode[]): ReadonlySet<string> {
  const names = all.flatMap((document) => entitiesOf(document).map(nameOf))
  return new Set(['Query', ...names.filter((name, index) => names.indexOf(name) !== index)])
}

function isForeign(field: FieldDefinitionNode, shared: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  const type = namedTypeOf(field.type)
  return shared.has(type) && !own.has(type)
}

function objectsOf(document: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION)
}

function entitiesOf(document: DocumentNode): readonly ObjectTypeDefinitionNode[] {
  return objectsOf(document).filter((type) => keysOf(type).length > 0)
}

function keysOf(type: ObjectTypeDefinitionNode) {
  return (type.directives ?? []).filter((directive) => nameOf(directive) === 'key')
}

function isResolvable(type: ObjectTypeDefinitionNode): boolean {
  return keysOf(type).some((key) => {
    const value = key.arguments?.find((argument) => nameOf(argument) === 'resolvable')?.value
    return value?.kind !== Kind.BOOLEAN || value.value
  })
}

function keyFieldsOf(type: ObjectTypeDefinitionNode): ReadonlySet<string> {
  const selections = keysOf(type).map((key) => key.arguments?.find((argument) => nameOf(argument) === 'fields')?.value)
  return new Set(selections.flatMap((value) => (value?.kind === Kind.STRING ? value.value.split(/\W+/) : [])))
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? nameOf(type) : namedTypeOf(type.type)
}

function nameOf(node: { readonly name: { readonly value: string } }): string {
  return node.name.value
}
