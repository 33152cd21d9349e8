import { visit } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'

/** A document in which no variable has a name that means something to others. */
export interface RenamedVariables {
  readonly document: DocumentNode
  /** The variables that are not the client's, each with the one that is. */
  readonly variables: ReadonlyMap<string, string>
}

/** What fetches call their entities and contextual arguments, and what an object in memory has beside its own keys. */
const reserved = /^(?:representations|contextualArgument_.*|__proto__)$/

/** Gives variables of an operation, alone in its document, other names where others mean something by theirs. */
export function renameVariables(document: DocumentNode, operation: OperationDefinitionNode): RenamedVariables {
  const all = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
  const prefix = unusedPrefix('own_', all)
  const renamed = new Map(all.filter((name) => reserved.test(name)).map((name) => [name, prefix + name]))
  if (renamed.size === 0) return { document, variables: renamed }
  return {
    document: visit(document, {
      Variable(node) {
        const value = renamed.get(node.name.value)
        return value === undefined ? undefined : { ...node, name: { ...node.name, value } }
      },
    }),
    variables: new Map([...renamed].map(([name, own]) => [own, name])),
  }
}
