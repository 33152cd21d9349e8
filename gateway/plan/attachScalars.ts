import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScalarType, Kind, parse } from 'graphql'
import type { GraphQLScalarType, GraphQLSchema } from 'graphql'
import { scalars } from '../../schema/scalars/scalars.ts'

const definitions = join(import.meta.dirname, '../../schema/scalars.graphql')

/**
 * Gives a schema's scalars our checks, so that a malformed NIK is refused before any agency is called. Only a scalar whose
 * `@specifiedBy` is the address of ours is touched: another graph's `Date` keeps its own meaning.
 */
export function attachScalars(schema: GraphQLSchema): void {
  const addresses = readAddresses()
  for (const ours of scalars) {
    const theirs = schema.getType(ours.name)
    const address = addresses.get(ours.name)
    if (!isScalarType(theirs) || address === undefined || theirs.specifiedByURL !== address) continue
    adopt(theirs, ours)
  }
}

function adopt(theirs: GraphQLScalarType, { serialize, parseValue, parseLiteral }: GraphQLScalarType): void {
  Object.assign(theirs, { serialize, parseValue, parseLiteral })
}

/** The `@specifiedBy` address of each scalar in `schema/scalars.graphql`. */
function readAddresses(): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  for (const definition of parse(readFileSync(definitions, 'utf8')).definitions) {
    if (definition.kind !== Kind.SCALAR_TYPE_DEFINITION) continue
    const value = definition.directives?.find(({ name }) => name.value === 'specifiedBy')?.arguments?.[0]?.value
    if (value?.kind === Kind.STRING) addresses.set(definition.name.value, value.value)
  }
  return addresses
}
