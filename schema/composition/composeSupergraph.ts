import { composeServices } from '@apollo/composition'
import type { ServiceDefinition } from '@apollo/federation-internals'
import { printSchema } from '@apollo/federation-internals'
import { GraphQLError, Source, buildSchema, parse } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { findUnreadableRecords } from '../access/findUnreadableRecords.ts'
import type { SubgraphSource } from './SubgraphSource.ts'
import { findIdleLookups } from './findIdleLookups.ts'
import { findIdlePolicies } from './findIdlePolicies.ts'
import { findOpenRecords } from './findOpenRecords.ts'
import { findRiskyFields } from './findRiskyFields.ts'
import { findUncomposed } from './findUncomposed.ts'
import { findUndescribed } from './findUndescribed.ts'
import { findUnlikeRules } from './findUnlikeRules.ts'
import { findUnnamedRecords } from './findUnnamedRecords.ts'
import { findUnruled } from './findUnruled.ts'

/** What a composition gives: both schemas, or what is wrong, in sentences. */
export type Composition =
  | { readonly problems: readonly []; readonly supergraph: string; readonly api: string }
  | { readonly problems: readonly [string, ...string[]] }

/**
 * Composes subgraphs into a supergraph and the API schema that clients see. Composition errors and hints are problems, and
 * so are an API element without a description, a field through which one agency's failure would hide another's answer, a field
 * without access rules or with different ones in different subgraphs, a way to people's records that no rule guards, and a cache
 * policy without effect.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): Composition {
  const services: ServiceDefinition[] = []
  for (const { name, url, sdl } of subgraphs) {
    const typeDefs = parseSubgraph(name, sdl)
    if (typeDefs instanceof GraphQLError) return { problems: [String(typeDefs)] }
    services.push({ name, url, typeDefs })
  }
  const result = composeServices(services)
  if (result.errors !== undefined) return { problems: nonEmpty(result.errors.map(({ message }) => message)) }

  const api = `${printSchema(result.schema.toAPISchema())}\n`
  const supergraph = buildSchema(result.supergraphSdl, { assumeValidSDL: true })
  const problems = [
    ...result.hints
      .map(({ definition, message }) => ({ code: definition.code, message }))
      .filter(({ code }) => code !== meant)
      .map(({ code, message }) => `${code}: ${message}`),
    ...findUndescribed(api).map((element) => `${element} has no description.`),
    ...(supergraph.getSubscriptionType() ? ['There is a type of subscriptions, and nothing answers them.'] : []),
    ...findUnruled(supergraph),
    ...findMisnamedRecords(supergraph),
    ...findOpenRecords(supergraph),
    ...findUnlikeRules(services),
    ...services.flatMap(({ name, typeDefs }) => [
      ...findUncomposed(name, typeDefs),
      ...findIdleLookups(name, typeDefs),
      ...findIdlePolicies(name, typeDefs),
    ]),
    ...services.flatMap(({ name, typeDefs }) =>
      findRiskyFields(
        name,
        typeDefs,
        services.map((service) => service.typeDefs),
      ),
    ),
  ]
  return problems.length === 0
    ? { problems: [], supergraph: `${result.supergraphSdl}\n`, api }
    : { problems: nonEmpty(problems) }
}

/** Whose records they are is looked for where it can be read. */
function findMisnamedRecords(supergraph: GraphQLSchema): readonly string[] {
  const unreadable = findUnreadableRecords(supergraph)
  return unreadable.length > 0 ? unreadable : findUnnamedRecords(supergraph)
}

/** The one hint that is no problem: a field is on its way from one agency to another, `@override(from:, label: "percent(x)")`. */
const meant = 'OVERRIDE_MIGRATION_IN_PROGRESS'

/** Where it is no SDL, the error says at which place of whose. */
function parseSubgraph(name: string, sdl: string): DocumentNode | GraphQLError {
  try {
    return parse(new Source(sdl, `the schema of ${name}`))
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function nonEmpty(problems: readonly string[]): readonly [string, ...string[]] {
  const [first = 'Composition failed without saying why.', ...rest] = problems
  return [first, ...rest]
}
