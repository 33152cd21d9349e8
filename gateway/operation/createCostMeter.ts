import { getNamedType, isInterfaceType, isObjectType, Kind } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import type { Variables } from '../execute/Variables.ts'
import type { Amount, ListAmount, PricedPart } from './Amount.ts'
import type { CostRules } from './CostRules.ts'
import { compileFieldCost } from './compileFieldCost.ts'
import { freePart } from './freePart.ts'
import { isIncluded } from './isIncluded.ts'
import { noLists } from './noLists.ts'
import { pricePart } from './pricePart.ts'

/** What an operation may cost at most with these variables, as `checkVariables` answers them. Throws as `compileEntries` does. */
export type CostMeter = (variables: Variables) => number

export interface CostOptions {
  /** The schema that clients see, against which the document was found valid. */
  readonly schema: GraphQLSchema
  readonly costs: CostRules
  /** Entries that may be asked of one list. */
  readonly pageSize: number
}

/**
 * Compiles an operation, so that its cost is known in microseconds: an object costs 1 and a leaf nothing unless `@cost` says
 * otherwise, a list as often as `@listSize` and its arguments say. However often a fragment is spread, it is worked out once.
 */
export function createCostMeter(
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
  { schema, costs, pageSize }: CostOptions,
): CostMeter {
  const definitions = fragmentsOf(document)
  const compiled = new Map<string, PricedPart>()
  const { price } = compileSet(selectionSet, schema.getRootType(operation) ?? undefined)
  return (variables) => price({ variables, fragments: new Map() }).total

  function compileSet({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): PricedPart {
    const parts = selections.map((selection) => withConditions(selection, compileSelection(selection, type)))
    return pricePart(
      parts.every(({ isFixed }) => isFixed),
      (request) => sum(parts.map((part) => part.price(request))),
    )
  }

  function compileSelection(selection: SelectionNode, type: GraphQLNamedType | undefined): PricedPart {
    if (selection.kind === Kind.FIELD) return compileField(selection, type)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return compileSpread(selection.name.value)
    const { typeCondition } = selection
    return compileSet(selection.selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : type)
  }

  function compileSpread(name: string): PricedPart {
    const definition = definitions.get(name)
    if (definition !== undefined && !compiled.has(name)) {
      // What is spread inside itself costs nothing there; validation refuses it.
      compiled.set(name, freePart)
      compiled.set(name, compileSet(definition.selectionSet, schema.getType(definition.typeCondition.name.value)))
    }
    const part = compiled.get(name) ?? freePart
    return pricePart(part.isFixed, function priceFragment(request) {
      const amount = request.fragments.get(name) ?? part.price(request)
      request.fragments.set(name, amount)
      return amount
    })
  }

  function compileField(node: FieldNode, parent: GraphQLNamedType | undefined): PricedPart {
    // What the schema says of itself costs no agency anything.
    if (!isObjectType(parent) && !isInterfaceType(parent)) return freePart
    const field = parent.getFields()[node.name.value]
    if (field === undefined) return freePart
    const inner = node.selectionSet === undefined ? freePart : compileSet(node.selectionSet, getNamedType(field.type))
    return compileFieldCost(field, node, { coordinate: `${parent.name}.${field.name}`, costs, pageSize, inner })
  }
}

function sum(amounts: readonly Amount[]): Amount {
  const total = amounts.reduce((all, amount) => all + amount.total, 0)
  const having = amounts.filter((amount) => amount.lists.size > 0)
  if (having.length === 0) return { total, lists: noLists }
  const lists = new Map<string, ListAmount>()
  for (const amount of having) {
    for (const [name, { unit, total: all }] of amount.lists) {
      const known = lists.get(name)
      lists.set(name, { unit: unit + (known?.unit ?? 0), total: all + (known?.total ?? 0) })
    }
  }
  return { total, lists }
}

/** A part that costs nothing in a request that leaves it out. */
function withConditions(node: SelectionNode, part: PricedPart): PricedPart {
  const isConditional = node.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')
  if (isConditional !== true) return part
  return pricePart(false, function priceIfIncluded(request) {
    return (isIncluded(node, request.variables) ? part : freePart).price(request)
  })
}
