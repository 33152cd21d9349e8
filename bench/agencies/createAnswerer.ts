import { execute, GraphQLError, Kind, parse, validate } from 'graphql'
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql'
import type { Template } from '../data/Template.ts'
import { compileTemplate } from '../data/compileTemplate.ts'
import { mockField } from '../data/mockField.ts'
import { replaceNiks } from '../data/replaceNiks.ts'
import type { GraphqlRequest } from './GraphqlRequest.ts'
import { readEntityFetch } from './readEntityFetch.ts'
import type { EntityFetch } from './readEntityFetch.ts'

/** Answers a request with the text of a GraphQL answer. A promise only where the like of it was not asked before. */
export type Answerer = (request: GraphqlRequest) => string | Promise<string>

/** More answers than the operations of a benchmark have. Whoever writes NIKs into the text gets every answer made anew. */
const mostTemplates = 10_000

/** An operation's text, read. */
interface Reading {
  readonly document: DocumentNode
  readonly problems: readonly GraphQLError[]
  readonly entityFetch: EntityFetch | undefined
}

/**
 * Makes what answers any query to a subgraph with the values of the mock. It is written for speed, because it shares the
 * machine with what is measured: a query is executed once, with stand-ins for NIKs, and from then on its text is filled in.
 */
export function createAnswerer(schema: GraphQLSchema): Answerer {
  const readings = new Map<string, Reading>()
  const templates = new Map<string, Template>()

  function readingOf({ query, operationName }: GraphqlRequest): Reading {
    const key = `${operationName} ${query}`
    const reading = readings.get(key) ?? read(schema, query, operationName)
    keep(readings, key, reading)
    return reading
  }

  async function run({ document }: Reading, request: GraphqlRequest): Promise<ExecutionResult> {
    const { operationName, variables: variableValues } = request
    return execute({ schema, document, operationName, variableValues, fieldResolver: mockField })
  }

  /** Any query: a template for each form that its variables have. */
  function answerWhole(reading: Reading, request: GraphqlRequest): string | Promise<string> {
    const { value, niks } = replaceNiks(request.variables ?? {})
    const key = `${request.operationName} ${request.query} ${JSON.stringify(value)}`
    const template = templates.get(key)
    if (template !== undefined) return template(niks)
    return run(reading, { ...request, variables: value }).then((result) => {
      const made = compileTemplate(JSON.stringify(result))
      keep(templates, key, made)
      return made(niks)
    })
  }

  /** A query for entities: a template for each form that a representation has, for any number of them. */
  function answerEntities(reading: Reading, request: GraphqlRequest, fetch: EntityFetch): string | Promise<string> {
    const { variable, responseName } = fetch
    const { [variable]: representations, ...others } = request.variables ?? {}
    if (!Array.isArray(representations)) return answerWhole(reading, request)
    const start = `${request.operationName} ${request.query} ${JSON.stringify(others)}`
    const texts: string[] = []
    for (const representation of representations) {
      const { value, niks } = replaceNiks(isRecord(representation) ? representation : {})
      const key = `${start} ${JSON.stringify(value)}`
      const template = templates.get(key)
      if (template === undefined) {
        const one = { ...request, variables: { ...others, [variable]: [value] } }
        return run(reading, one).then(({ data, errors }) => {
          if (errors !== undefined) return JSON.stringify({ errors })
          const entities: unknown = data?.[responseName]
          keep(templates, key, compileTemplate(JSON.stringify(Array.isArray(entities) ? entities[0] : null)))
          return answerEntities(reading, request, fetch)
        })
      }
      texts.push(template(niks))
    }
    return `{"data":{${JSON.stringify(responseName)}:[${texts.join(',')}]}}`
  }

  return function answer(request) {
    const reading = readingOf(request)
    if (reading.problems.length > 0) return JSON.stringify({ errors: reading.problems })
    return reading.entityFetch === undefined
      ? answerWhole(reading, request)
      : answerEntities(reading, request, reading.entityFetch)
  }
}

function read(schema: GraphQLSchema, query: string, operationName: string | null | undefined): Reading {
  try {
    const document = parse(query)
    return { document, problems: validate(schema, document), entityFetch: readEntityFetch(document, operationName) }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, problems: [error], entityFetch: undefined }
  }
}

function keep<Value>(values: Map<string, Value>, key: string, value: Value): void {
  if (values.size >= mostTemplates) values.clear()
  values.set(key, value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
