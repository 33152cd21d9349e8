import { afterEach, describe, expect, it } from '@jest/globals'
import type { ApolloServer } from '@apollo/server'
import { buildSchema, GraphQLError } from 'graphql'
import { createProvenanceRecorder } from '../../../../gateway/disclose/createProvenanceRecorder.ts'
import type { GraphContext } from '../../../../gateway/plan/GraphContext.ts'
import type { Generation } from '../../../../gateway/plan/createGeneration.ts'
import { createGraphServer } from '../../../../gateway/plan/createGraphServer.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { createLogger } from '../../../../platform/createLogger.ts'

type Execute = Generation['execute']

const schema = buildSchema('type Query { a: Int b: [Int!] }')
const lines: string[] = []
const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => lines.push(line) } })
const told: unknown[] = []

let server: ApolloServer<GraphContext> | undefined

afterEach(async () => {
  await server?.stop()
  told.length = 0
  lines.length = 0
})

/** What leaves when the executor answers this. */
async function answerOf(execute: Execute, digestOf = (): string | undefined => undefined): Promise<unknown> {
  const generation: Generation = { schema, execute, stop: () => Promise.resolve() }
  server = await createGraphServer({
    generation,
    documents: { documentOf: () => undefined, digestOf },
    open: true,
    logger,
  })
  const contextValue: GraphContext = {
    correlationId: 'a-correlation-id',
    deadline: createDeadline({ milliseconds: 1_000 }),
    asker: { subject: 'nobody', purpose: 'none', scopes: [] },
    provenance: createProvenanceRecorder(),
    onAnswer: (...answer) => void told.push(answer),
  }
  contextValue.provenance.record('passport', { source: 'LIVE', entities: 1, asOf: 0 })
  const { body } = await server.executeOperation({ query: '{ a b }' }, { contextValue })
  return body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : body
}

describe('what leaves', () => {
  it('is the data with its provenance, and nothing else of the executor', async () => {
    const answer = await answerOf(async () => ({ data: { a: 1, b: null }, extensions: { plan: 'secret' } }))
    expect(answer).toEqual({
      data: { a: 1, b: null },
      extensions: { provenance: [expect.objectContaining({ agency: 'passport', source: 'LIVE' })] },
    })
    expect(told).toEqual([[[], true]])
  })

  it('has INTERNAL for an error that is none of ours, which is logged without its message', async () => {
    const answer = await answerOf(async () => ({
      data: { a: null, b: null },
      errors: [new GraphQLError('secret', { path: ['a'], originalError: new RangeError('secret') })],
    }))
    expect(answer).toMatchObject({
      errors: [{ path: ['a'], extensions: { code: 'INTERNAL', correlationId: 'a-correlation-id' } }],
    })
    expect(told).toEqual([[['INTERNAL'], true]])
    expect(lines.join()).toContain('an error was masked')
    expect(JSON.stringify(answer) + lines.join()).not.toContain('secret')
  })

  it('has INTERNAL and no data when the executor throws', async () => {
    const answer = await answerOf(async () => {
      throw new Error('secret')
    })
    expect(answer).toEqual({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTERNAL' }) })],
    })
    expect(told).toEqual([[['INTERNAL'], false]])
  })

  it('has an error for each value that the executor had to leave out', async () => {
    const answer = await answerOf(async () => ({
      data: { a: null, b: null },
      extensions: { valueCompletion: [{ message: 'secret', path: ['b', 0] }, { message: 'secret' }, null] },
    }))
    expect(answer).toMatchObject({
      errors: [
        { path: ['b', 0], extensions: { code: 'AGENCY_ERROR' } },
        { extensions: { code: 'AGENCY_ERROR' } },
        { extensions: { code: 'AGENCY_ERROR' } },
      ],
    })
    expect(JSON.stringify(answer)).not.toContain('secret')
  })

  it('is told of at most a hundred such values', async () => {
    const valueCompletion = Array.from({ length: 5_000 }, (_, index) => ({ path: ['b', index] }))
    const answer = await answerOf(async () => ({ data: { a: 1, b: null }, extensions: { valueCompletion } }))
    expect(answer).toHaveProperty('errors.length', 100)
  })
})

describe('an answer that cannot be given', () => {
  it('is logged with its correlation id, without the message of what went wrong', async () => {
    const unreadable = async (): ReturnType<Execute> => ({
      data: { a: 1, b: null },
      extensions: {
        get valueCompletion(): never {
          throw new RangeError('secret')
        },
      },
    })
    await expect(answerOf(unreadable)).rejects.toThrow('Internal server error')
    expect(lines.join()).toContain('a request could not be processed')
    expect(lines.join()).toContain('a-correlation-id')
    expect(lines.join()).not.toContain('secret')
  })
})

describe('plans', () => {
  it('are kept by the digest of the operation, or by its text where it was not read before', async () => {
    const keys: string[] = []
    const execute: Execute = async ({ queryHash }) => {
      keys.push(queryHash)
      return { data: { a: 1, b: null } }
    }
    await answerOf(execute, () => 'the-digest')
    await server?.stop()
    await answerOf(execute)
    expect(keys).toEqual(['the-digest', expect.stringMatching(/^[0-9a-f]{64}$/)])
  })
})
