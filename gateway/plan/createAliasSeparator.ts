import { GraphQLError, Kind, isInterfaceType, isObjectType, visit } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { EngineResult } from './createGeneration.ts'

/** An operation as the engine may run it, and the way back to what the client wrote. */
export interface SeparatedDocument {
  readonly document: DocumentNode
  /** The same result with the client's aliases in its data and in the paths of its errors. */
  readonly restore: (result: EngineResult) => EngineResult
}

/**
 * Makes what keeps aliases apart from fields while an operation runs. The engine merges what a client asks for with what
 * agencies need of each other (keys, `@requires`) by response key, so an alias that is also the name of a field would be
 * read in its place: `expiresAt: voidedAt` would hide that a certificate has run out. Hence no alias reaches the engine
 * under the name of any field of the supergraph, visible to clients or not.
 */
export function createAliasSeparator(supergraph: GraphQLSchema): (document: DocumentNode) => SeparatedDocument {
  const names = fieldNames(supergraph)
  const prefix = unusedPrefix(names)
  const known = new WeakMap<DocumentNode, SeparatedDocument>()

  function isTaken(alias: string): boolean {
    return names.has(alias) || alias.startsWith(prefix) || plannersOwn.test(alias)
  }

  function separate(document: DocumentNode): SeparatedDocument {
    const given = new Map<string, string>()
    const apart = visit(document, {
      Field(node) {
        const alias = node.alias?.value
        if (alias === undefined || alias === node.name.value || !isTaken(alias)) return undefined
        const value = prefix + alias
        given.set(value, alias)
        return { ...node, alias: { kind: Kind.NAME, value } } as const
      },
    })
    return {
      document: apart,
      restore: given.size === 0 ? (result) => result : (result) => restoreResult(result, given),
    }
  }

  return function separated(document) {
    const separation = known.get(document) ?? separate(document)
    known.set(document, separation)
    return separation
  }
}

/** The planner gives such an alias to fields of one name and different types, without looking for one of a client. */
const plannersOwn = /__alias_\d+$/

function fieldNames(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  return new Set(['__typename', ...types.flatMap((type) => Object.keys(type.getFields()))])
}

function unusedPrefix(names: ReadonlySet<string>): string {
  let prefix = 'aliasOf_'
  while ([...names].some((name) => name.startsWith(prefix))) prefix += '_'
  return prefix
}

type Names = ReadonlyMap<string, string>

function restoreResult(result: EngineResult, names: Names): EngineResult {
  const { data, errors, extensions, ...rest } = result
  return {
    ...rest,
    ...(isObject(data) ? { data: restoreObject(data, names) } : data === null ? { data } : {}),
    ...(errors === undefined ? {} : { errors: errors.map((error) => restoreError(error, names)) }),
    ...(extensions === undefined ? {} : { extensions: restoreExtensions(extensions, names) }),
  }
}

function restoreObject(object: object, names: Names): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [names.get(key) ?? key, restoreValue(value, names)]),
  )
}

function restoreValue(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => restoreValue(item, names))
  return isObject(value) ? restoreObject(value, names) : value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function restoreError(error: GraphQLError, names: Names): GraphQLError {
  const { message, path, originalError, extensions } = error
  if (path === undefined) return error
  return new GraphQLError(message, { path: restorePath(path, names), originalError, extensions })
}

/** Where a value did not fit the schema, the executor tells its path only here. */
function restoreExtensions(extensions: Record<string, unknown>, names: Names): Record<string, unknown> {
  const { valueCompletion, ...rest } = extensions
  if (!Array.isArray(valueCompletion)) return extensions
  const restored = valueCompletion.map((error: unknown) =>
    error instanceof GraphQLError ? restoreError(error, names) : error,
  )
  return { ...rest, valueCompletion: restored }
}

function restorePath(path: readonly (string | number)[], names: Names): readonly (string | number)[] {
  return path.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step))
}
