import { Kind } from 'graphql'
import type { DocumentNode, FieldDefinitionNode, ObjectTypeDefinitionNode, ObjectTypeExtensionNode } from 'graphql'
import { namedTypeOf } from '../../platform/namedTypeOf.ts'

/**
 * The fields of one subgraph that are not nullable although their value needs another agency, or although others add to
 * the same type: one agency's silence would then take away what the others answered. Beside them, a `node` that is not: one
 * row that cannot be answered would take its whole page away, and the cursor behind it.
 */
export function findRiskyFields(
  subgraph: string,
  document: DocumentNode,
  all: readonly DocumentNode[],
): readonly string[] {
  const shared = sharedTypes(all)
  const types = typesOf(document)
  const own = new Set(types.filter(isResolvable).map(({ name }) => name))
  return types.flatMap((type) => {
    const keys = keyFieldsOf(type)
    const required = type.fields.filter((field) => field.type.kind === Kind.NON_NULL_TYPE && !keys.has(nameOf(field)))
    return required.flatMap((field) => {
      const element = `${subgraph}: ${type.name}.${nameOf(field)}`
      if (shared.has(type.name) || isForeign(field, shared, own))
        return [`${element} must be nullable, since another agency takes part in it.`]
      if (isNodeOfEdge(type, field))
        return [`${element} must be nullable, since one row would otherwise take its page away.`]
      return []
    })
  })
}

/** A type as one subgraph has it, in as many definitions and extensions as it likes. */
interface Type {
  readonly name: string
  readonly fields: readonly FieldDefinitionNode[]
  readonly keys: readonly Directive[]
}

type Part = ObjectTypeDefinitionNode | ObjectTypeExtensionNode

type Directive = NonNullable<Part['directives']>[number]

function typesOf({ definitions }: DocumentNode): readonly Type[] {
  const parts = definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  )
  return [...Map.groupBy(parts, nameOf)].map(([name, ofType]) => ({
    name,
    fields: ofType.flatMap(({ fields = [] }) => fields),
    keys: ofType.flatMap(({ directives = [] }) => directives).filter((directive) => nameOf(directive) === 'key'),
  }))
}

/** Types that several subgraphs contribute fields to: the root and every entity with a key in more than one of them. */
function sharedTypes(all: readonly DocumentNode[]): ReadonlySet<string> {
  const entities = all.flatMap((document) => typesOf(document).filter(({ keys }) => keys.length > 0))
  const names = entities.map(({ name }) => name)
  return new Set(['Query', ...names.filter((name, index) => names.indexOf(name) !== index)])
}

function isForeign(field: FieldDefinitionNode, shared: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  const type = namedTypeOf(field.type)
  return shared.has(type) && !own.has(type)
}

/** Relay's edge: what has a cursor and a node. */
function isNodeOfEdge({ fields }: Type, field: FieldDefinitionNode): boolean {
  return nameOf(field) === 'node' && fields.some((other) => nameOf(other) === 'cursor')
}

function isResolvable({ keys }: Type): boolean {
  return keys.some((key) => {
    const value = key.arguments?.find((argument) => nameOf(argument) === 'resolvable')?.value
    return value?.kind !== Kind.BOOLEAN || value.value
  })
}

function keyFieldsOf({ keys }: Type): ReadonlySet<string> {
  const selections = keys.map((key) => key.arguments?.find((argument) => nameOf(argument) === 'fields')?.value)
  return new Set(selections.flatMap((value) => (value?.kind === Kind.STRING ? value.value.split(/\W+/) : [])))
}

function nameOf(node: { readonly name: { readonly value: string } }): string {
  return node.name.value
}
