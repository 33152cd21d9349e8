import { Kind, valueFromASTUntyped, visit } from 'graphql'
import type { DirectiveNode, DocumentNode, OperationDefinitionNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { Variables } from '../execute/Variables.ts'
import { unusedPrefix } from '../execute/unusedPrefix.ts'
import type { ValidOperation } from './Engine.ts'
import { responseKeys } from './responseKeys.ts'
import { withOwnFragments } from './withOwnFragments.ts'
import { withUsedParts } from './withUsedParts.ts'
import { nothingField } from './nothingField.ts'

/** An operation of which every `@skip` and `@include` was decided, so that none is left. */
export interface SettledOperation extends ValidOperation {
  /** The response key that stands in selections of which nothing is left, for nobody to see; undefined where there are none. */
  readonly hidden: string | undefined
}

/** What an operation asks for with these variables. */
export type ConditionSettler = (operation: ValidOperation, variables: Variables) => SettledOperation

/** Ways to set the conditions of one operation that are remembered: with ten of them there are a thousand. */
const mostSettings = 64

/**
 * Makes what decides conditions before an operation is planned. The planner merges selections that have different conditions,
 * and loses some of them then: another's data, without an error, or the order of mutations.
 */
export function createConditionSettler(): ConditionSettler {
  const known = new WeakMap<OperationDefinitionNode, Settings>()

  return function settle(operation, variables) {
    const { document, definition } = operation
    const settings = known.get(definition) ?? settingsOf(document, definition)
    known.set(definition, settings)
    if (settings.conditions === 0) return settings.plain
    const values = settings.names.map((name) => valueOf(name, definition, variables))
    const key = values.join()
    const settled =
      settings.settled.get(key) ??
      decide(operation, new Map(settings.names.map((name, index) => [name, values[index] === true])))
    settings.settled.set(key, settled)
    return settled
  }
}

interface Settings {
  readonly conditions: number
  /** The variables that conditions depend on. */
  readonly names: readonly string[]
  readonly plain: SettledOperation
  readonly settled: LRUCache<string, SettledOperation>
}

function settingsOf(document: DocumentNode, definition: OperationDefinitionNode): Settings {
  const names = new Set<string>()
  let conditions = 0
  visit(withOwnFragments({ document, definition }), {
    Directive(node) {
      const value = conditionOf(node)
      if (value === undefined) return
      conditions += 1
      if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return {
    conditions,
    names: [...names],
    plain: { document, definition, hidden: undefined },
    settled: new LRUCache({ max: mostSettings }),
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
