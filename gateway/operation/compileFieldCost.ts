import { getNamedType, getNullableType, isCompositeType, isListType } from 'graphql'
import type { FieldNode, GraphQLField, GraphQLOutputType } from 'graphql'
import type { Amount, PricedPart } from './Amount.ts'
import type { CostRules } from './CostRules.ts'
import { assumedEntries } from './assumedEntries.ts'
import { compileArguments } from './compileArguments.ts'
import { compileEntries } from './compileEntries.ts'
import { noLists } from './noLists.ts'
import { pricePart } from './pricePart.ts'
import { weighArguments } from './weighArguments.ts'

export interface FieldCostOptions {
  /** Where it stands, as `Query.applicants`. */
  readonly coordinate: string
  readonly costs: CostRules
  /** Entries that may be asked of one list. */
  readonly pageSize: number
  /** What is selected of it. */
  readonly inner: PricedPart
}

/**
 * Compiles the cost of a field: its arguments, and for each object that it may answer its weight with what is selected of it.
 * The weight is that of the field, or else of its type, or else 1 for an object and 0 for a leaf.
 */
export function compileFieldCost(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { coordinate, costs, pageSize, inner }: FieldCostOptions,
): PricedPart {
  const type = getNamedType(field.type)
  const weight = costs.weightOf(coordinate) ?? costs.weightOf(type.name) ?? (isCompositeType(type) ? 1 : 0)
  const rule = costs.listSizeOf(coordinate)
  const { slicingArguments = [], sizedFields = [] } = rule ?? {}
  const slicing = slicingArguments.map((path) => path.replace(/\..*/, ''))
  const given = compileArguments(field, node, new Set(costs.weighsInput ? field.args.map(({ name }) => name) : slicing))
  const countEntries = compileEntries(rule, node, pageSize)
  const levels = listLevels(field.type)

  return pricePart(given.areFixed && inner.isFixed, function priceField(request) {
    const values = given.read(request.variables)
    const entries = countEntries(values)
    const amount = inner.price(request)
    const unit = weight + (sizedFields.length === 0 ? amount.total : resize(amount, sizedFields, entries))
    const size = sizeOfList(levels, sizedFields.length === 0 ? entries : assumedEntries)
    const input = costs.weighsInput ? weighArguments(coordinate, field, { values, costs }) : 0
    const lists = levels === 0 ? noLists : new Map([[field.name, { unit, total: size * unit }]])
    return { total: input + size * unit, lists }
  })
}

/** What an amount is when the lists named have so many entries. */
function resize({ total, lists }: Amount, names: readonly string[], entries: number): number {
  return names.reduce((sized, name) => {
    const list = lists.get(name)
    return list === undefined ? sized : sized - list.total + list.unit * entries
  }, total)
}

/** Objects that a field answers; of lists in a list, nothing is known. */
function sizeOfList(levels: number, entries: number): number {
  return levels === 0 ? 1 : entries * assumedEntries ** (levels - 1)
}

function listLevels(type: GraphQLOutputType): number {
  const nullable = getNullableType(type)
  return isListType(nullable) ? 1 + listLevels(nullable.ofType) : 0
}
