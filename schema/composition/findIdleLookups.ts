import { Kind } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { readDirective } from '../../platform/readDirective.ts'
import { readNames } from './readNames.ts'
import type { Names } from './readNames.ts'

type FieldsOfTypes = ReadonlyMap<
  string,
  { readonly fields: readonly FieldDefinitionNode[]; readonly keys: readonly string[] }
>

/**
 * The `@lookup` and `@is` of one subgraph that find nothing: a field that is none of `Query`, answers anything but one entity that may be
 * null, or takes anything but the fields of a key that the entity has in this subgraph. The gateway would not use them, and nobody
 * would know why.
 */
export function findIdleLookups(subgraph: string, document: DocumentNode): readonly string[] {
  const names = readNames(document)
  const types = typesOf(document, names)
  return [...types].flatMap(([type, { fields }]) =>
    fields.flatMap((field) => {
      const coordinate = `${type}.${field.name.value}`
      const isLookup = readDirective(field.directives, 'lookup') !== undefined
      if (!isLookup && keysIn(field).every((key) => key === undefined)) return []
      const problem = isLookup ? problemOf(field, type === names.query, types) : 'has an @is, and is no @lookup.'
      return problem === undefined ? [] : [`${subgraph}: ${coordinate} ${problem}`]
    }),
  )
}

function problemOf(field: FieldDefinitionNode, isOfQuery: boolean, types: FieldsOfTypes): string | undefined {
  if (!isOfQuery) return 'is a @lookup, which a field of Query alone can be.'
  const entity = field.type.kind === Kind.NAMED_TYPE ? types.get(field.type.name.value) : undefined
  if (entity === undefined || entity.keys.length === 0)
    return 'is a @lookup, and has to answer one entity of this subgraph, which may be null.'
  const given = keysIn(field)
    .map((key) => key ?? '')
    .toSorted()
  const keys = entity.keys.map(fieldsOfKey)
  if (given.length > 0 && keys.some((key) => key.join(' ') === given.join(' '))) return undefined
  return `is a @lookup, and has to take the fields of a key, each as an argument with @is, and nothing else: ${entity.keys.join(', or ')}.`
}

/** What each argument of a field is, in the key; undefined for one that is nothing of it. */
function keysIn({ arguments: given = [] }: FieldDefinitionNode): readonly (string | undefined)[] {
  return given.map(({ directives }: InputValueDefinitionNode) => {
    const { field } = readDirective(directives, 'is') ?? {}
    return typeof field === 'string' ? field : undefined
  })
}

function fieldsOfKey(fields: string): readonly string[] {
  return fields
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .toSorted()
}

function typesOf({ definitions }: DocumentNode, names: Names): FieldsOfTypes {
  const key = names.directive('key')
  const types = new Map<string, { fields: FieldDefinitionNode[]; keys: string[] }>()
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) continue
    const { name, fields = [], directives = [] } = definition
    const type = types.get(name.value) ?? { fields: [], keys: [] }
    types.set(name.value, type)
    type.fields.push(...fields)
    type.keys.push(...directives.filter((one) => one.name.value === key).flatMap(fieldsIn))
  }
  return types
}

function fieldsIn(key: ConstDirectiveNode): readonly string[] {
  const { fields, resolvable } = readArguments(key)
  return typeof fields === 'string' && resolvable !== false ? [fields] : []
}
