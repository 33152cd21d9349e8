import {
  Kind,
  OperationTypeNode,
  defaultFieldResolver,
  execute,
  getArgumentValues,
  getNamedType,
  getOperationAST,
} from 'graphql'
import { isInterfaceType, isObjectType, parse } from 'graphql'
import type { ExecutionResult, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { WrittenOperation } from '../graphs/writeOperation.ts'
import type { TestedGraph } from './TestedGraph.ts'
import type { Given, Thing, World } from './World.ts'
import { readRequires } from './readRequires.ts'

export interface MonolithOptions {
  readonly graph: TestedGraph
  /** The schema that clients see. */
  readonly schema: GraphQLSchema
  /** All of its types, also those that clients do not see. */
  readonly supergraph: GraphQLSchema
}

/** Answers an operation as one server would that has all the data. */
export type Monolith = (operation: WrittenOperation, world: World) => Promise<ExecutionResult>

/** The truth of a graph, executed by graphql-js alone: what every engine has to answer. */
export function createMonolith({ graph, schema, supergraph }: MonolithOptions): Monolith {
  const requirements = readRequirements(graph)

  function requiredBy(typeName: string, field: string): Required | undefined {
    const type = supergraph.getType(typeName)
    const kin = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : []
    return [typeName, ...kin].flatMap((name) => requirements.get(`${name}.${field}`) ?? [])[0]
  }

  return async function ask({ query, variables: variableValues }, world) {
    function valueOf(source: Thing, typeName: string, node: FieldNode): unknown {
      const name = node.name.value
      if (name === '__typename') return typeName
      const type = supergraph.getType(typeName)
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
      if (field === undefined) throw new Error(`${typeName} has no field ${name}.`)
      const given = getArgumentValues(field, node)
      const required = requiredBy(typeName, name)
      const own = source[name]
      const value =
        required === undefined ? (isCallable(own) ? own(given) : own) : rule(required, { source, typeName, given })
      return insideOf(value, getNamedType(field.type).name, node.selectionSet)
    }

    function rule({ name, fields }: Required, { source, typeName, given }: Ruled): unknown {
      const known = world.rules?.[name]
      if (known === undefined) throw new Error(`There is no rule for ${name}.`)
      return known(world.isBlind === true ? {} : gather(source, typeName, fields), given)
    }

    function gather(source: Thing, typeName: string, { selections }: SelectionSetNode): Given {
      const gathered: Record<string, unknown> = {}
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) gathered[selection.name.value] = valueOf(source, typeName, selection)
        if (selection.kind !== Kind.INLINE_FRAGMENT) continue
        const on = selection.typeCondition?.name.value
        if (on === undefined || on === typeName)
          Object.assign(gathered, gather(source, typeName, selection.selectionSet))
      }
      return gathered
    }

    function insideOf(value: unknown, typeName: string, inner: SelectionSetNode | undefined): unknown {
      if (value === null || value === undefined) return null
      if (inner === undefined) return value
      if (Array.isArray(value)) return value.map((item: unknown) => insideOf(item, typeName, inner))
      const thing = value as Thing
      const named = thing['__typename']
      return gather(thing, typeof named === 'string' ? named : typeName, inner)
    }

    const document = parse(query)
    const isMutation = getOperationAST(document)?.operation === OperationTypeNode.MUTATION
    return execute({
      schema,
      document,
      variableValues,
      rootValue: isMutation ? world.Mutation : world.Query,
      fieldResolver(source: Thing, given: Given, context, info) {
        const required = requiredBy(info.parentType.name, info.fieldName)
        if (required === undefined) return defaultFieldResolver(source, given, context, info)
        return rule(required, { source, typeName: info.parentType.name, given })
      },
    })
  }
}

interface Required {
  /** Of its rule. */
  readonly name: string
  readonly fields: SelectionSetNode
}

interface Ruled {
  readonly source: Thing
  readonly typeName: string
  readonly given: Given
}

/** By field, what the subgraphs require for it, said on the type or on the interface that is an object there. */
function readRequirements({ subgraphs }: TestedGraph): ReadonlyMap<string, Required> {
  const types = Object.values(subgraphs)
    .flatMap((sdl) => parse(sdl).definitions)
    .filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION)
  return new Map(
    types.flatMap((type) =>
      (type.fields ?? []).flatMap((field) => {
        const name = `${type.name.value}.${field.name.value}`
        const fields = readRequires(field)
        return fields === undefined ? [] : [[name, { name, fields }] as const]
      }),
    ),
  )
}

function isCallable(value: unknown): value is (given: Given) => unknown {
  return typeof value === 'function'
}
