import { Kind, valueFromASTUntyped, visit } from 'graphql'
import type { DirectiveNode, DocumentNode, OperationDefinitionNode } from 'graphql'
import type { ValidOperation } from '../../document/ValidOperation.ts'
import { nothingField } from '../../document/nothingField.ts'
import { responseKeys } from '../../document/responseKeys.ts'
import { withOwnFragments } from '../../document/withOwnFragments.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import type { Variables } from '../../execute/Variables.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'
import { createVariants } from './createVariants.ts'

/** An operation of which every `@skip` and `@include` was decided, so that none is left. */
export interface SettledOperation extends ValidOperation {
  /** The response key that stands in selections of which nothing is left, for nobody to see; undefined where there are none. */
  readonly hidden: string | undefined
}

/** What an operation asks for with these variables. */
export type ConditionSettler = (operation: ValidOperation, variables: Variables) => SettledOperation

/**
 * Makes what decides conditions before an operation is planned. The planner merges selections that have different conditions,
 * and loses some of them then: another's data, without an error, or the order of mutations.
 */
export function createConditionSettler(): ConditionSettler {
  const known = new WeakMap<OperationDefinitionNode, Conditions>()
  const variantOf = createVariants<SettledOperation>()

  return function settle(operation, variables) {
    const { document, definition } = operation
    const conditions = known.get(definition) ?? conditionsOf(document, definition)
    known.set(definition, conditions)
    if (conditions.count === 0) return conditions.plain
    const values = new Map(conditions.names.map((name) => [name, valueOf(name, definition, variables) === true]))
    return variantOf(definition, [...values.values()].join(), () => decide(operation, values))
  }
}

interface Conditions {
  readonly count: number
  /** The variables that they depend on. */
  readonly names: readonly string[]
  /** The operation where it has none. */
  readonly plain: SettledOperation
}

function conditionsOf(document: DocumentNode, definition: OperationDefinitionNode): Conditions {
  const names = new Set<string>()
  let count = 0
  visit(withOwnFragments({ document, definition }), {
    Directive(node) {
      const value = conditionOf(node)
      if (value === undefined) return
      count += 1
      if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return {
    count,
    names: [...names],
    plain: { document, definition, hidden: undefined },
  }
}

function conditionOf({ name, arguments: given }: DirectiveNode) {
  return name.value === 'skip' || name.value === 'include' ? given?.[0]?.value : undefined
}

function valueOf(name: string, { variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): unknown {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined
  if (given !== undefined) return given
  const fallback = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue
  return fallback === undefined ? undefined : valueFromASTUntyped(fallback)
}

function decide({ document, definition }: ValidOperation, values: ReadonlyMap<string, boolean>): SettledOperation {
  let isUsed = false

  function isOut(directives: readonly DirectiveNode[] = []): boolean {
    return directives.some((directive) => {
      const value = conditionOf(directive)
      if (value === undefined) return false
      const holds =
        value.kind === Kind.VARIABLE ? values.get(value.name.value) : value.kind === Kind.BOOLEAN && value.value
      return holds === (directive.name.value === 'skip')
    })
  }
  const whole = withOwnFragments({ document, definition })
  const hidden = unusedPrefix('nothing', responseKeys(whole))
  const nothing = nothingField(hidden)
  const decided = visit(whole, {
    Field: ({ directives }) => (isOut(directives) ? null : undefined),
    InlineFragment: ({ directives }) => (isOut(directives) ? null : undefined),
    FragmentSpread: ({ directives }) => (isOut(directives) ? null : undefined),
    Directive: (node) => (conditionOf(node) === undefined ? undefined : null),
    SelectionSet: {
      leave(node) {
        if (node.selections.length > 0) return undefined
        isUsed = true
        return { ...node, selections: [nothing] }
      },
    },
  })
  return { ...withUsedParts(decided), hidden: isUsed ? hidden : undefined }
}
