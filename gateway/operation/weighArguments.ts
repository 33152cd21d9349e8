import { getNamedType, isInputObjectType } from 'graphql'
import type { GraphQLField, GraphQLInputType } from 'graphql'
import { isRecord } from '../../platform/isRecord.ts'
import type { Variables } from '../execute/Variables.ts'
import type { CostRules } from './CostRules.ts'

/** What the arguments of a field weigh, with the fields of input objects, each as often as it is given. */
export function weighArguments(
  coordinate: string,
  { args }: Pick<GraphQLField<unknown, unknown>, 'args'>,
  { values, costs }: { readonly values: Variables; readonly costs: CostRules },
): number {
  let weight = 0
  for (const { name, type } of args) {
    if (values[name] === undefined) continue
    weight += (costs.weightOf(`${coordinate}(${name}:)`) ?? 0) + weighValue(type, values[name], costs)
  }
  return weight
}

/** Goes as deep as the value: variables and written values are held to a depth before. */
function weighValue(type: GraphQLInputType, value: unknown, costs: CostRules): number {
  const named = getNamedType(type)
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + weighValue(named, one, costs), 0)
  const own = costs.weightOf(named.name) ?? 0
  if (!isInputObjectType(named) || !isRecord(value)) return own
  let weight = own
  for (const { name, type: inner } of Object.values(named.getFields())) {
    if (value[name] === undefined) continue
    weight += (costs.weightOf(`${named.name}.${name}`) ?? 0) + weighValue(inner, value[name], costs)
  }
  return weight
}
