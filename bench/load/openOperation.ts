import { executeSync, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { compileTemplate } from '../data/compileTemplate.ts'
import { mockField } from '../data/mockField.ts'
import { standIn } from '../data/standIn.ts'
import type { Shape } from '../workloads/shapes.ts'
import type { Operation } from './Operation.ts'

/** Prepares the request of a shape, and what the mock of the API itself, without agencies or a gateway, answers to it. */
export function openOperation({ query, variablesOf }: Shape, api: GraphQLSchema): Operation {
  const variables = variablesOf(standIn.of(0))
  const { data, errors } = executeSync({
    schema: api,
    document: parse(query),
    variableValues: variables,
    fieldResolver: mockField,
  })
  if (errors !== undefined) throw new Error(`The query of the benchmark does not fit the API: ${errors.join(' ')}`)
  return {
    body: compileTemplate(JSON.stringify({ query: query.replaceAll(/\s+/g, ' '), variables })),
    data: compileTemplate(JSON.stringify(data)),
  }
}
