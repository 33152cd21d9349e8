import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fastify } from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Stage } from '../../../../gateway/intake/Stage.ts'
import { asHook } from '../../../../gateway/intake/asHook.ts'

let server: FastifyInstance
let events: string[]

beforeEach(() => {
  server = fastify()
  events = []
})
afterEach(() => server.close())

/** What a request that goes through these stages is answered with; its handler answers `reached`. */
async function answerOf(stages: readonly Stage[]): Promise<string> {
  server.get('/', { onRequest: stages.map(asHook), handler: async () => 'reached' })
  return (await server.inject('/')).body
}

describe('stages', () => {
  it('follow one another, each after what the one before it waits for', async () => {
    const body = await answerOf([
      () => void events.push('first'),
      async () => {
        await Promise.resolve()
        events.push('second')
      },
      () => void events.push('third'),
    ])
    expect([...events, body]).toEqual(['first', 'second', 'third', 'reached'])
  })

  it('wait for nothing where none of them does', async () => {
    await answerOf([
      () => void Promise.resolve().then(() => events.push('later')),
      () => void events.push('at once'),
      () => void events.push('at once'),
    ])
    expect(events).toEqual(['at once', 'at once', 'later'])
  })

  it.each<readonly [string, Stage]>([
    [
      'throws',
      () => {
        throw new Error('refused')
      },
    ],
    ['rejects', () => Promise.reject(new Error('refused'))],
  ])('end with one that %s', async (_how, stage) => {
    expect(await answerOf([stage, () => void events.push('next')])).toContain('refused')
    expect(events).toEqual([])
  })

  it('end with one that answers', async () => {
    const answer: Stage = async (_request, reply) => void (await reply.send('answered'))
    expect(await answerOf([answer, () => void events.push('next')])).toBe('answered')
    expect(events).toEqual([])
  })
})
