import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import type { ConstDirectiveNode, GraphQLInterfaceType, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { readDirective } from '../../platform/readDirective.ts'
import type { CostRules, ListSize } from './CostRules.ts'
import { readCostNames } from './readCostNames.ts'

/**
 * Reads what a supergraph says of costs. A field of an interface without words of its own has the greatest weight and the
 * first list size of its implementations.
 */
export function readCosts(supergraph: GraphQLSchema): CostRules {
  const names = readCostNames(supergraph)
  const weights = new Map<string, number>()
  const sizes = new Map<string, ListSize>()
  let weighsInput = false
  const types = Object.values(supergraph.getTypeMap())
  for (const { coordinate, astNode, isInput } of types.flatMap(elementsOf)) {
    const weight = readDirective(astNode?.directives, names.cost)?.['weight']
    const size = readDirective(astNode?.directives, names.listSize)
    if (weight !== undefined) weights.set(coordinate, Math.max(0, Number(weight) || 0))
    if (weight !== undefined && isInput) weighsInput = true
    if (size !== undefined) sizes.set(coordinate, readListSize(size))
  }
  for (const type of types.filter(isInterfaceType)) inheritCosts(type, supergraph, { weights, sizes })
  return {
    weightOf: (coordinate) => weights.get(coordinate),
    listSizeOf: (coordinate) => sizes.get(coordinate),
    weighsInput,
  }
}

/** What a directive can stand at. */
interface Element {
  readonly coordinate: string
  readonly astNode: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined
  /** An argument, or a field of an input object. */
  readonly isInput: boolean
}

function elementsOf(type: GraphQLNamedType): readonly Element[] {
  const own = { coordinate: type.name, astNode: type.astNode, isInput: false }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    return [own, ...fields.map(({ name, astNode }) => ({ coordinate: `${type.name}.${name}`, astNode, isInput: true }))]
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own]
  return [
    own,
    ...Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`
      const given = field.args.map(({ name, astNode }) => ({
        coordinate: `${coordinate}(${name}:)`,
        astNode,
        isInput: true,
      }))
      return [{ coordinate, astNode: field.astNode, isInput: false }, ...given]
    }),
  ]
}

interface FoundCosts {
  readonly weights: Map<string, number>
  readonly sizes: Map<string, ListSize>
}

function inheritCosts(type: GraphQLInterfaceType, schema: GraphQLSchema, { weights, sizes }: FoundCosts): void {
  for (const name of Object.keys(type.getFields())) {
    const coordinate = `${type.name}.${name}`
    const others = schema.getPossibleTypes(type).map((possible) => `${possible.name}.${name}`)
    const weight = Math.max(...others.map((other) => weights.get(other) ?? -1))
    const size = others.map((other) => sizes.get(other)).find((one) => one !== undefined)
    if (weight >= 0 && !weights.has(coordinate)) weights.set(coordinate, weight)
    if (size !== undefined && !sizes.has(coordinate)) sizes.set(coordinate, size)
  }
}

function readListSize(given: Readonly<Record<string, unknown>>): ListSize {
  const { assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument } = given
  return {
    assumedSize: typeof assumedSize === 'number' ? Math.max(0, assumedSize) : undefined,
    slicingArguments: Array.isArray(slicingArguments) ? slicingArguments.map(String) : [],
    sizedFields: Array.isArray(sizedFields) ? sizedFields.map(String) : [],
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  }
}
