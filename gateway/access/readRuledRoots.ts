import { Kind, getArgumentValues } from 'graphql'
import type { FieldNode, GraphQLField, GraphQLSchema } from 'graphql'
import type { Restriction } from '../../schema/access/readRestrictions.ts'
import type { ValidOperation } from '../document/ValidOperation.ts'
import { collectRootFields } from '../document/collectRootFields.ts'
import type { Variables } from '../execute/Variables.ts'
import { readMark } from '../execute/readMark.ts'
import type { RecordLookup, RecordTypes } from './RecordTypes.ts'

/** A root field that leads to records of people. */
export interface RuledRoot {
  /** Its response key. */
  readonly key: string
  readonly name: string
  /** With its type, as `Query.field`. */
  readonly coordinate: string
  readonly isUnguarded: boolean
  readonly restrictions: readonly Restriction[] | undefined
  readonly lookup: RecordLookup | undefined
  /** Undefined where they cannot be read, as for a null in a variable that only its default makes fit for a non-null argument. */
  readonly readArguments: (variables: Variables) => Variables | undefined
}

export interface RuledRootsOptions {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  readonly records: RecordTypes
}

/** The root fields, of an operation without conditions, that lead to records of people, but for those that are withheld anyway. */
export function readRuledRoots(
  { document, definition }: ValidOperation,
  { schema, records }: RuledRootsOptions,
): readonly RuledRoot[] {
  const root = schema.getRootType(definition.operation)
  const fields = root?.getFields() ?? {}
  const isQuery = root === schema.getQueryType()

  return [...collectRootFields(document)].flatMap(([key, [node]]) => {
    if (node === undefined || readMark(node) !== undefined) return []
    const name = node.name.value
    const coordinate = `${root?.name}.${name}`
    const isUnguarded = records.unguarded.has(coordinate)
    const restrictions = isQuery ? records.lists.get(name) : undefined
    const lookup = isQuery ? records.lookups.get(name) : undefined
    if (!isUnguarded && restrictions === undefined && lookup === undefined) return []
    const readArguments = createArgumentReader(node, fields[name])
    return [{ key, name, coordinate, isUnguarded, restrictions, lookup, readArguments }]
  })
}

/** Most have one argument, which is a variable: its value is the argument's where there is one, whatever the types are. */
function createArgumentReader(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
): RuledRoot['readArguments'] {
  const [given] = node.arguments ?? []
  const readAll = (variables: Variables) => argumentsOf(field, node, variables)
  if (given?.value.kind !== Kind.VARIABLE || field?.args.length !== 1) return readAll
  const argument = given.name.value
  const variable = given.value.name.value
  return function readOne(variables) {
    const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined
    return value === undefined || value === null ? readAll(variables) : { [argument]: value }
  }
}

function argumentsOf(
  field: GraphQLField<unknown, unknown> | undefined,
  node: FieldNode,
  variables: Variables,
): Variables | undefined {
  try {
    return field === undefined ? {} : getArgumentValues(field, node, variables)
  } catch {
    return undefined
  }
}
