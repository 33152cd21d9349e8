import type { GraphQLSchema } from 'graphql'
import { readFieldJoins } from './readFieldJoins.ts'

/** Whether an agency has a field of a type as `@external`: it is told of it, and answers it nowhere but where it provides it. */
export type IsExternal = (agency: string, typeName: string, fieldName: string) => boolean

/** Reads what is external in a supergraph. */
export function readExternals(supergraph: GraphQLSchema): IsExternal {
  const externals = new Set(
    readFieldJoins(supergraph)
      .filter(({ said }) => said['external'] === true)
      .map(({ agency, typeName, name }) => `${agency} ${typeName}.${name}`),
  )
  return (agency, typeName, fieldName) => externals.has(`${agency} ${typeName}.${fieldName}`)
}
