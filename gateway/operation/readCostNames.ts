import type { GraphQLSchema } from 'graphql'
import { isRecord } from '../../platform/isRecord.ts'
import { readDirective } from '../../platform/readDirective.ts'

/** What the directives of the specification `cost` are called in a supergraph; undefined where it has none. */
export interface CostNames {
  readonly cost: string | undefined
  readonly listSize: string | undefined
}

const specification = /^https:\/\/specs\.apollo\.dev\/cost\/v\d+\.\d+$/

/**
 * Reads the names that composition gave in its `@link` of the specification. A directive that is not imported by name is
 * called after the specification, and `@cost` is the one that it is named for.
 */
export function readCostNames({ astNode }: GraphQLSchema): CostNames {
  const links = astNode?.directives?.filter(({ name }) => name.value === 'link') ?? []
  const link = links
    .map((directive) => readDirective([directive], 'link') ?? {})
    .find(({ url }) => typeof url === 'string' && specification.test(url))
  if (link === undefined) return { cost: undefined, listSize: undefined }
  const prefix = typeof link['as'] === 'string' ? link['as'] : 'cost'
  const imports: readonly unknown[] = Array.isArray(link['import']) ? link['import'] : []
  return {
    cost: importedAs('@cost', imports) ?? prefix,
    listSize: importedAs('@listSize', imports) ?? `${prefix}__listSize`,
  }
}

function importedAs(directive: string, imports: readonly unknown[]): string | undefined {
  for (const one of imports) {
    const { name, as = name } = isRecord(one) ? one : { name: one }
    if (name === directive && typeof as === 'string') return as.slice(1)
  }
  return undefined
}
