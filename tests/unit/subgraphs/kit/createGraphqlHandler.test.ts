import { afterEach, describe, expect, test } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { fastify } from 'fastify'
import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, Kind, parse } from 'graphql'
import type { FieldDefinitionNode } from 'graphql'
import { createLogger } from '../../../../platform/createLogger.ts'
import { fault } from '../../../../platform/fault.ts'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import type { AgencyContext } from '../../../../subgraphs/kit/AgencyContext.ts'
import { createCursors } from '../../../../subgraphs/kit/createCursors.ts'
import { createGraphqlHandler } from '../../../../subgraphs/kit/createGraphqlHandler.ts'

interface Source {
  /** Rejects with DEADLINE_EXCEEDED when the answer is due. */
  readonly wait: () => Promise<never>
  readonly number: number
}

type Context = AgencyContext<Source>

/** A field as an SDL with this directive describes it. */
function described(directive: string): FieldDefinitionNode | undefined {
  const [definition] = parse(`type Query { field: Int ${directive} }`).definitions
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? definition.fields?.[0] : undefined
}

const schema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, Context>({
    name: 'Query',
    fields: {
      today: { type: GraphQLString, resolve: (_parent, _arguments, { today }) => today },
      asker: { type: GraphQLString, resolve: (_parent, _arguments, { asker }) => JSON.stringify(asker) },
      number: { type: GraphQLInt, resolve: (_parent, _arguments, { source }) => source.number },
      slow: { type: GraphQLString, resolve: (_parent, _arguments, { source }) => source.wait() },
      echo: {
        type: GraphQLString,
        args: { nik: { type: NIK }, first: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } },
        resolve: (_parent, { nik }: { nik?: string }) => nik,
      },
      broken: {
        type: GraphQLString,
        resolve() {
          throw new Error('5318075205999001')
        },
      },
      kept: { type: GraphQLInt, astNode: described('@cacheControl(maxAge: 60, staleIfError: 600)') },
      ofToday: { type: GraphQLInt, astNode: described('@cacheControl(maxAge: 99999, daily: true)') },
      refused: {
        type: GraphQLString,
        resolve() {
          throw fault('PAGE_SIZE_OUT_OF_RANGE', { argument: 'first' })
        },
      },
    },
  }),
})

let server: FastifyInstance
let lines: string[]
let requests: number

function open(deadline = 10_000): void {
  lines = []
  requests = 0
  const answer = createGraphqlHandler({
    schema,
    openRequest(signal): Source {
      requests += 1
      return {
        number: requests,
        wait: () =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(fault('DEADLINE_EXCEEDED')))
          }),
      }
    },
    cursors: createCursors('key'),
    clock: () => Date.parse('2026-11-23T16:00:00Z'),
    deadline,
    logger: createLogger({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } }),
  })
  server = fastify({ genReqId: () => 'correlation' })
  server.post('/graphql', async (request, reply) => {
    const [body, { status, headers }] = await answer(request, { asker, left: new AbortController().signal })
    return reply
      .status(status)
      .headers(headers ?? {})
      .send(body)
  })
}

async function ask(payload: object, headers: Readonly<Record<string, string | readonly string[]>> = {}) {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: headers as Record<string, string>,
  })
  const { 'content-type': type, 'cache-control': kept } = response.headers
  return { status: response.statusCode, type, kept, body: response.json<unknown>() }
}

const asker = { purpose: 'supervision', scopes: ['reference'] }
const json = 'application/json; charset=utf-8'
const graphqlJson = 'application/graphql-response+json'

describe('the GraphQL handler of an agency', () => {
  afterEach(() => server.close())

  test('answers a query with the day in Central Indonesian Time', async () => {
    open()
    expect(await ask({ query: '{ today }' })).toEqual({
      status: 200,
      type: json,
      kept: 'no-store',
      body: { data: { today: '2026-11-24' } },
    })
  })

  test('tells its resolvers who asks', async () => {
    open()
    expect((await ask({ query: '{ asker }' })).body).toEqual({ data: { asker: JSON.stringify(asker) } })
  })

  test('opens the source anew for each request', async () => {
    open()
    expect((await ask({ query: '{ number }' })).body).toEqual({ data: { number: 1 } })
    expect((await ask({ query: '{ number }' })).body).toEqual({ data: { number: 2 } })
  })

  test('answers in the media type that is asked for', async () => {
    open()
    const { type } = await ask({ query: '{ today }' }, { accept: graphqlJson })
    expect(type).toBe(`${graphqlJson}; charset=utf-8`)
  })

  test.each([
    ['text that is not GraphQL', { query: '{ "5318075205999001' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', { query: '{ x5318075205999001 }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['a malformed NIK in the text', { query: '{ echo(nik: "53180752059990010") }' }, 'NIK_MALFORMED'],
    ['no operation of that name', { query: 'query a { today }', operationName: 'b' }, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'several operations and no name',
      { query: 'query a { today } query b { today }' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['no query', { variables: {} }, 'BAD_REQUEST'],
    ['a query that is no text', { query: 7 }, 'BAD_REQUEST'],
    ['variables that are no object', { query: '{ today }', variables: ['5318075205999001'] }, 'BAD_REQUEST'],
    ['a body that is a list', [{ query: '{ today }' }], 'BAD_REQUEST'],
  ])('refuses %s', async (_what, payload, code) => {
    open()
    const { status, body } = await ask(payload, { accept: graphqlJson })
    expect(status).toBe(400)
    expect(body).toEqual({ errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })] })
    expect(JSON.stringify(body)).not.toContain('5318075205999001')
  })

  test.each([
    ['a malformed NIK', { nik: '531807520599900' }, 'NIK_MALFORMED'],
    ['a value of another kind', { first: '531807520599900' }, 'BAD_USER_INPUT'],
  ])('refuses %s in variables without showing it', async (_what, variables, code) => {
    open()
    const query = 'query ($nik: NIK, $first: Int! = 1) { echo(nik: $nik, first: $first) }'
    const { body } = await ask({ query, variables })
    expect(body).toMatchObject({ errors: [{ extensions: { code, correlationId: 'correlation' } }] })
    expect(body).not.toHaveProperty('data')
    expect(JSON.stringify(body)).not.toContain('531807520599900')
  })

  test('masks what a resolver throws and answers the other fields', async () => {
    open()
    const { status, body } = await ask({ query: '{ today x5318075205999001: broken refused }' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: { today: '2026-11-24', x5318075205999001: null, refused: null },
      errors: [
        { path: ['x5318075205999001'], extensions: { code: 'INTERNAL', correlationId: 'correlation' } },
        { path: ['refused'], extensions: { code: 'PAGE_SIZE_OUT_OF_RANGE', argument: 'first' } },
      ],
    })
    const logged = { correlationId: 'correlation', field: 'Query.broken', path: ['broken'], kind: 'THROWN' }
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 'error', ...logged }])
    expect(JSON.stringify(body).replaceAll('x5318075205999001', '') + lines.join()).not.toContain('5318075205999001')
  })

  test('is done by the deadline that the gateway sends', async () => {
    open()
    const { body } = await ask({ query: '{ today slow }' }, { 'x-deadline-ms': '20' })
    expect(body).toMatchObject({
      data: { today: '2026-11-24', slow: null },
      errors: [{ path: ['slow'], extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } }],
    })
    expect(lines).toEqual([expect.stringMatching(/"correlation".*given up/)])
  })

  test('is done by its own deadline when the gateway sends none, or a later one', async () => {
    open(20)
    for (const headers of [{}, { 'x-deadline-ms': '60000' }]) {
      const { body } = await ask({ query: '{ slow }' }, headers)
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] })
    }
  })

  test.each([
    ['what has a policy', '{ kept }', 'max-age=60, stale-if-error=600'],
    ['the operation that is chosen', 'query a { kept } query b { today }', 'max-age=60, stale-if-error=600'],
    ['what is only for today, just after midnight', '{ ofToday }', 'max-age=86395'],
    ['what has no policy', '{ kept today }', 'no-store'],
    ['an answer with an error in it', '{ kept broken }', 'no-store'],
    ['what was refused', '{ nothing }', 'no-store'],
  ])('says how long to keep %s', async (_what, query, header) => {
    open()
    expect((await ask({ query, operationName: query.startsWith('query a') ? 'a' : null })).kept).toBe(header)
  })
})
