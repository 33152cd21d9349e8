import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  OperationTypeNode,
} from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import type { CachePolicy } from './CachePolicy.ts'
import { readStatement } from './readStatement.ts'
import type { PolicyStatement } from './readStatement.ts'

/** Answers how long what an operation of a valid document selects may be kept, or null where something has no policy. */
export type PolicyReader = (document: DocumentNode, operationName: string | null | undefined) => CachePolicy | null

/**
 * Makes the reader for an agency's schema. Each document is read once. `@skip` and `@include` are not looked at, so that a
 * document has one policy, which is then that of all it could select.
 */
export function createPolicyReader(schema: GraphQLSchema): PolicyReader {
  const known = new WeakMap<DocumentNode, Map<string, CachePolicy | null>>()
  return function readPolicy(document, operationName) {
    const ofDocument = known.get(document) ?? new Map<string, CachePolicy | null>()
    known.set(document, ofDocument)
    const name = operationName ?? ''
    const before = ofDocument.get(name)
    if (before !== undefined) return before
    const policy = leastOf(collect(schema, document, operationName))
    ofDocument.set(name, policy)
    return policy
  }
}

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** One statement for each field that was met; an empty one stands for a field without a policy. */
  readonly met: PolicyStatement[]
}

/** A selection, what it selects from, and what the fields above it say. */
interface Place {
  readonly selections: SelectionSetNode
  readonly type: GraphQLCompositeType
  readonly above: PolicyStatement
}

function collect(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): readonly PolicyStatement[] {
  const operation = getOperationAST(document, operationName)
  const query = schema.getQueryType()
  if (operation?.operation !== OperationTypeNode.QUERY || !query) return []
  const definitions = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  )
  const walk = { schema, fragments, met: [] }
  visitSelections(walk, { selections: operation.selectionSet, type: query, above: {} })
  return walk.met
}

function visitSelections(walk: Walk, { selections, type, above }: Place): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      visitField(walk, selection, { type, above })
      continue
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value)
    if (fragment === undefined) continue
    const condition = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value)
    visitSelections(walk, {
      selections: fragment.selectionSet,
      type: isCompositeType(condition) ? condition : type,
      above,
    })
  }
}

function visitField(walk: Walk, node: FieldNode, { type, above }: Omit<Place, 'selections'>): void {
  const { schema } = walk
  const name = node.name.value
  if (name === '__typename') return
  // Federation's own root: whatever stands inside speaks for itself.
  const transparent = type === schema.getQueryType() && name === '_entities'
  for (const { holder, field } of holdersOf(schema, type, name)) {
    const returned = getNamedType(field.type)
    const own = [readStatement(holder), readStatement(field), isObjectType(returned) ? readStatement(returned) : {}]
    const statement = transparent ? {} : [above, ...own].reduce(narrow)
    if (!transparent) walk.met.push(statement)
    if (node.selectionSet === undefined || !isCompositeType(returned)) continue
    visitSelections(walk, { selections: node.selectionSet, type: returned, above: statement })
  }
  // `__schema` and `__type` are fields of no type.
  if (name.startsWith('__')) walk.met.push({})
}

interface Holder {
  readonly holder: GraphQLObjectType
  readonly field: GraphQLField<unknown, unknown>
}

/** The object types whose field it may turn out to be. */
function holdersOf(schema: GraphQLSchema, type: GraphQLCompositeType, name: string): readonly Holder[] {
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type]
  return objects.flatMap((holder) => {
    const field = isObjectType(holder) ? holder.getFields()[name] : undefined
    return isObjectType(holder) && field !== undefined ? [{ holder, field }] : []
  })
}

function narrow(above: PolicyStatement, own: PolicyStatement): PolicyStatement {
  return {
    ...least('maxAge', above, own),
    ...least('staleIfError', above, own),
    liveRequired: above.liveRequired === true || own.liveRequired === true,
    daily: above.daily === true || own.daily === true,
  }
}

function least(name: 'maxAge' | 'staleIfError', above: PolicyStatement, own: PolicyStatement): PolicyStatement {
  const said = [above[name], own[name]].filter((seconds) => seconds !== undefined)
  return said.length === 0 ? {} : { [name]: Math.min(...said) }
}

/** What holds for all of them together; null where one does not say how long it is fresh, or where there is none. */
function leastOf(met: readonly PolicyStatement[]): CachePolicy | null {
  const ages = met.map(({ maxAge }) => maxAge)
  const said = ages.filter((seconds) => seconds !== undefined)
  if (said.length === 0 || said.length < ages.length) return null
  return {
    maxAge: Math.min(...said),
    staleIfError: Math.min(...met.map(({ staleIfError = 0 }) => staleIfError)),
    liveRequired: met.some(({ liveRequired }) => liveRequired),
    daily: met.some(({ daily }) => daily),
  }
}
