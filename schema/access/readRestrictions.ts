import { getNamedType, isInputObjectType } from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLInputField } from 'graphql'
import { readDirective } from '../../platform/readDirective.ts'

/** An argument, or a field of an input object in one, that keeps a list to the records of one area or office. */
export interface Restriction {
  readonly at: readonly string[]
  readonly to: 'AREA' | 'OFFICE'
}

/** Reads the `@restricted` of a root field's arguments. One that restricts to anything else keeps nobody to anything. */
export function readRestrictions({ args }: GraphQLField<unknown, unknown>): readonly Restriction[] {
  return args.flatMap((argument) => [
    ...restrictionOf(argument, [argument.name]),
    ...fieldsOf(argument).flatMap((field) => restrictionOf(field, [argument.name, field.name])),
  ])
}

function fieldsOf({ type }: GraphQLArgument): readonly GraphQLInputField[] {
  const named = getNamedType(type)
  return isInputObjectType(named) ? Object.values(named.getFields()) : []
}

function restrictionOf(
  { astNode }: GraphQLArgument | GraphQLInputField,
  at: readonly string[],
): readonly Restriction[] {
  const { to } = readDirective(astNode?.directives, 'restricted') ?? {}
  return to === 'AREA' || to === 'OFFICE' ? [{ at, to }] : []
}
