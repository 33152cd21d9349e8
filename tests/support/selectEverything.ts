import { getNamedType, isObjectType, isRequiredArgument } from 'graphql'
import type { GraphQLField, GraphQLObjectType } from 'graphql'

const mostDepth = 6

/**
 * A selection of all that a type has, and of all that this has in turn, but for what it has been in already. Arguments that
 * must be given are days, and get `day`.
 */
export function selectEverything(type: GraphQLObjectType, day: string, within: readonly string[] = []): string {
  if (within.includes(type.name) || within.length === mostDepth) return ''
  const path = [...within, type.name]
  const selections = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    const call = `${field.name}${argumentsOf(field, day)}`
    if (!isObjectType(inner)) return [call]
    const selection = selectEverything(inner, day, path)
    return selection === '' ? [] : [`${call} ${selection}`]
  })
  return `{ ${selections.join(' ')} }`
}

function argumentsOf(field: GraphQLField<unknown, unknown>, day: string): string {
  const given = field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "${day}"`)
  return given.length === 0 ? '' : `(${given.join(', ')})`
}
