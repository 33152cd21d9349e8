import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import type { GraphQLArgument, GraphQLNamedType } from 'graphql'

interface Element {
  readonly coordinate: string
  readonly description: string | null | undefined
}

/** The coordinates of all types, fields, arguments, input fields and enum values of a schema that lack a description. */
export function findUndescribed(sdl: string): readonly string[] {
  const schema = buildSchema(sdl)
  const roots = new Set<GraphQLNamedType | null | undefined>([schema.getQueryType(), schema.getMutationType()])
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  )
  const elements = types.flatMap((type) => [
    ...(roots.has(type) ? [] : [elementOf(type.name, type)]),
    ...membersOf(type),
  ])
  return elements
    .filter(({ description }) => description === null || description === undefined || description === '')
    .map(({ coordinate }) => coordinate)
}

function membersOf(type: GraphQLNamedType): readonly Element[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      elementOf(`${type.name}.${field.name}`, field),
      ...field.args.map((argument) => argumentOf(`${type.name}.${field.name}`, argument)),
    ])
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => elementOf(`${type.name}.${field.name}`, field))
  }
  if (isEnumType(type)) return type.getValues().map((value) => elementOf(`${type.name}.${value.name}`, value))
  return []
}

function argumentOf(field: string, argument: GraphQLArgument): Element {
  return elementOf(`${field}(${argument.name}:)`, argument)
}

function elementOf(coordinate: string, { description }: Pick<Element, 'description'>): Element {
  return { coordinate, description }
}
