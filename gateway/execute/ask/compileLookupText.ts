import { Kind, print, stripIgnoredCharacters, visit } from 'graphql'
import type { ASTNode, DocumentNode, FieldNode } from 'graphql'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import type { Seed } from '../PlanNode.ts'
import { unusedPrefix } from '../unusedPrefix.ts'
import type { LookupText } from './LookupText.ts'

/**
 * The texts in which many lookups by one root field travel, each under an alias of its own, given the text of the owner's
 * fetch, read. Undefined where the variables of the key are used for something else as well.
 */
export function compileLookupText({ at, type, key }: Seed, document: DocumentNode): LookupText | undefined {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const field = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD)
  const { selectionSet } = field ?? {}
  if (operation === undefined || field === undefined || selectionSet === undefined) return undefined
  const names = key.map(({ variable }) => variable)
  const fragments = [...fragmentsOf(document).values()]
  if ([selectionSet, ...fragments].some((node) => uses(node, names))) return undefined

  const { variableDefinitions: variables = [] } = operation
  const prefix = unusedPrefix('joined', [
    ...variables.map(({ variable }) => variable.name.value),
    ...fragments.map(({ name }) => name.value),
  ])
  const variableOf = (name: string, index: number): string => `${prefix}${index}_${name}`
  const aliasOf = (index: number): string => `${prefix}${index}`
  const rest = [`fragment ${prefix} on ${type} ${print(selectionSet)}`, ...fragments.map((one) => print(one))].join(' ')
  const texts: string[] = []
  const call = (index: number): string => callOf(field, (name) => variableOf(name, index))

  function write(count: number): string {
    const indices = Array.from({ length: count }, (_, index) => index)
    const heads = variables.flatMap((definition) => {
      const name = definition.variable.name.value
      if (!names.includes(name)) return [print(definition)]
      // With its default, for one that may be null is allowed where none may be by that alone.
      const { type: given, defaultValue } = definition
      const fallback = defaultValue === undefined ? '' : ` = ${print(defaultValue)}`
      return indices.map((index) => `$${variableOf(name, index)}: ${print(given)}${fallback}`)
    })
    const fields = indices.map((index) => `${aliasOf(index)}: ${call(index)}`)
    return stripIgnoredCharacters(
      `query(${heads.join(' ')}) { ${fields.map((one) => `${one} { ...${prefix} }`).join(' ')} } ${rest}`,
    )
  }
  return { at, key: names, variableOf, aliasOf, textFor: (count) => (texts[count] ??= write(count)) }
}

function uses(node: ASTNode, names: readonly string[]): boolean {
  let found = false
  visit(node, { Variable: ({ name }) => void (found ||= names.includes(name.value)) })
  return found
}

/** The field with its arguments, which are variables under other names here, and without its selection. */
function callOf({ name, arguments: given = [] }: FieldNode, renamed: (variable: string) => string): string {
  const words = given.map(({ name: argument, value }) =>
    value.kind === Kind.VARIABLE ? `${argument.value}: $${renamed(value.name.value)}` : '',
  )
  return `${name.value}(${words.join(' ')})`
}
