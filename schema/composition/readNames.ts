import { Kind, OperationTypeNode } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { isRecord } from '../../platform/isRecord.ts'

/** What one subgraph calls what it has of GraphQL and of Federation. */
export interface Names {
  /** The type of queries. */
  readonly query: string
  /** A directive of Federation, without its `@`: as it is imported (`@link(import:)`), or else behind the name of the specification. */
  readonly directive: (name: string) => string
  /** What is imported under another name, of any specification and without its `@`. */
  readonly renamed: readonly (readonly [name: string, as: string])[]
}

const ofFederation = /^https:\/\/specs\.apollo\.dev\/federation\//

/** Reads them of a subgraph's SDL. */
export function readNames({ definitions }: DocumentNode): Names {
  const schemas = definitions.filter((one) => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
  const roots = schemas.flatMap(({ operationTypes = [] }) => operationTypes)
  const links = schemas.flatMap(({ directives = [] }) => directives).map(readArguments)
  const link = links.find(({ url }) => typeof url === 'string' && ofFederation.test(url))
  const imported = new Map(asList(link?.['import']).flatMap(importedAs))
  const prefix = typeof link?.['as'] === 'string' ? link['as'] : 'federation'
  return {
    query: roots.find(({ operation }) => operation === OperationTypeNode.QUERY)?.type.name.value ?? 'Query',
    renamed: links.flatMap((one) => asList(one['import']).flatMap(importedAs)).filter(([name, as]) => name !== as),
    // The first version of Federation has no links, and names everything by itself.
    directive: (name) => imported.get(name) ?? (link === undefined ? name : `${prefix}__${name}`),
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function importedAs(one: unknown): readonly (readonly [name: string, as: string])[] {
  const { name, as = name } = isRecord(one) ? one : { name: one }
  return typeof name === 'string' && typeof as === 'string' ? [[name.replace('@', ''), as.replace('@', '')]] : []
}
