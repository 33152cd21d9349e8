import { Kind, defaultFieldResolver, parse } from 'graphql'
import type {
  FieldDefinitionNode,
  GraphQLFieldResolver,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
} from 'graphql'
import type { MemoryAgency } from '../createMemoryDispatch.ts'
import type { TestedGraph } from './TestedGraph.ts'
import type { Given, Thing, World } from './World.ts'
import { pickRequired } from './pickRequired.ts'
import { readRequires } from './readRequires.ts'

type Resolver = GraphQLFieldResolver<unknown, unknown>
type Resolvers = Record<string, Record<string, Resolver>>

/**
 * The subgraphs of a graph: each answers for its part of the schema from the one truth, and knows of other subgraphs'
 * fields what a representation tells it, and nothing else.
 */
export function createAgencies(
  { subgraphs }: TestedGraph,
  worldOf: () => World,
): Readonly<Record<string, MemoryAgency>> {
  return Object.fromEntries(
    Object.entries(subgraphs).map(([name, sdl]) => [name, { sdl, resolvers: resolversOf(sdl, worldOf) }]),
  )
}

/** Where an object that was found by a representation keeps it. */
const representation = Symbol('representation')

function resolversOf(sdl: string, worldOf: () => World): Resolvers {
  const resolvers: Resolvers = {}
  const provided = readProvided(sdl)
  const { definitions } = parse(sdl)
  const interfaces = new Set(
    definitions.flatMap((one) => (one.kind === Kind.INTERFACE_TYPE_DEFINITION ? [one.name.value] : [])),
  )
  for (const definition of definitions) {
    const isObject = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
    if (isObject)
      Object.assign((resolvers[definition.name.value] ??= {}), fieldResolvers(definition, { worldOf, provided }))
    if (!isObject && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    if (definition.directives?.some(({ name }) => name.value === 'key') !== true) continue
    const type = definition.name.value
    ;(resolvers[type] ??= {})['__resolveReference'] = (reference) =>
      findEntity(reference as Given, { world: worldOf(), isInterface: interfaces.has(type) })
  }
  return resolvers
}

/** The names of all fields that the agency provides somewhere, and so may know, though they are others'. */
function readProvided(sdl: string): ReadonlySet<string> {
  const sets = sdl.matchAll(/@provides\(fields: "((?:[^"\\]|\\.)*)"\)/g)
  return new Set(Array.from(sets, ([, fields = '']) => fields.match(/\w+/g) ?? []).flat())
}

interface ResolverOptions {
  readonly worldOf: () => World
  readonly provided: ReadonlySet<string>
}

function fieldResolvers(
  type: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
  { worldOf, provided }: ResolverOptions,
): Record<string, Resolver> {
  const resolvers: Record<string, Resolver> = {}
  const typeName = type.name.value
  for (const field of type.fields ?? []) {
    const name = field.name.value
    const required = readRequires(field)
    if (typeName === 'Query' || typeName === 'Mutation')
      resolvers[name] = (_root, given, context, info) =>
        defaultFieldResolver(worldOf()[typeName] ?? {}, given as Given, context, info)
    else if (required !== undefined)
      resolvers[name] = (source, given) => {
        const rule = worldOf().rules?.[`${typeName}.${name}`]
        const told = (source as { readonly [representation]?: Given })[representation]
        // A plan that asks for such a field must have said what it requires.
        if (rule === undefined || told === undefined) throw new Error(`Nothing is known of ${typeName}.${name}.`)
        return rule(pickRequired(told, required), given as Given)
      }
    else if (isMarked(field, 'external') && !provided.has(name))
      resolvers[name] = () => {
        throw new Error(`${typeName}.${name} is asked of who does not answer it.`)
      }
    else if (isContextual(field))
      // Without a value it has none: what the object stands in here is not what it stands in for whoever asks.
      resolvers[name] = (source, given, context, info) =>
        defaultFieldResolver(source, { of: null, ...(given as Given) }, context, info)
  }
  return resolvers
}

function isMarked({ directives = [] }: FieldDefinitionNode, directive: string): boolean {
  return directives.some(({ name }) => name.value === directive)
}

function isContextual({ arguments: given = [] }: FieldDefinitionNode): boolean {
  return given.some(({ directives = [] }) => directives.some(({ name }) => name.value === 'fromContext'))
}

interface Finding {
  readonly world: World
  readonly isInterface: boolean
}

function findEntity(reference: Given, { world, isInterface }: Finding): Thing | null {
  const type = String(reference['__typename'])
  const found = world.find[type]?.(reference)
  if (!found) return null
  const __typename = isInterface ? found['__typename'] : type
  return Object.create(found, {
    __typename: { value: __typename, enumerable: true, configurable: true },
    [representation]: { value: reference },
  }) as Thing
}
