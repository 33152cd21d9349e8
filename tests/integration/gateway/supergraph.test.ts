import { describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { startGateway } from '../../support/startGateway.ts'
import { startHttpStub } from '../../support/startHttpStub.ts'

const link = (names: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`

const supergraph = composeSupergraph([
  { name: 'words', url: 'http://127.0.0.1:9/graphql', sdl: 'type Query { word: String }' },
])

describe('the gateway refuses to start, and says why, when its supergraph', () => {
  it.each([
    ['is missing', supergraph, { SUPERGRAPH_PATH: '/nowhere/supergraph.graphql' }, 'a file that cannot be read'],
    ['is not GraphQL', 'This is no schema.', {}, 'a file that is not GraphQL'],
    ['is the schema of a single server', 'type Query { word: String }', {}, 'a file that is no supergraph'],
    [
      'is broken',
      supergraph.replaceAll('WORDS', 'WORLDS').replace('enum join__Graph {\n  WORLDS', 'enum join__Graph {\n  WORDS'),
      {},
      'cannot be served',
    ],
    [
      'asks for what the planner cannot do',
      composeSupergraph([
        {
          name: 'words',
          url: 'http://127.0.0.1:9/graphql',
          sdl: `${link('"@authenticated"')} type Query { word: String @authenticated }`,
        },
      ]),
      {},
      'cannot be served',
    ],
  ])('%s', async (_how, sdl, variables, reason) => {
    await expect(startGateway(sdl, variables)).rejects.toThrow(
      `SUPERGRAPH_PATH names ${reason.startsWith('a') ? reason : `a supergraph that ${reason}`}`,
    )
  })
})

describe('an address that cannot be taken', () => {
  it.each([
    ['PORT', 'is taken by another process'],
    ['METRICS_PORT', 'is taken by another process'],
  ])('is told with the name of its variable: %s', async (variable, reason) => {
    const neighbour = await startHttpStub((response) => response.end())
    const { port } = new URL(neighbour.url)
    await expect(startGateway(supergraph, { [variable]: port })).rejects.toThrow(`${variable} ${reason}`)
    await neighbour.stop()
  })

  it('is told as HOST when this machine has no such address', async () => {
    await expect(startGateway(supergraph, { HOST: '203.0.113.1' })).rejects.toThrow(
      'HOST is no address of this machine',
    )
  })
})

describe('an address that no Redis can have', () => {
  it.each([
    ['for the cache', { CACHE: 'redis' }],
    ['for the limits of clients', { CACHE: 'memory', ACCESS: 'enforced', LEDGER: 'off' }],
  ])('is told with the name of its variable, %s', async (_what, variables) => {
    const starting = startGateway(supergraph, { ...variables, REDIS_URL: 'redis://user:pa/ss@cache:6379' })
    await expect(starting).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(/^REDIS_URL is no address of a Redis\. /),
    })
  })
})

describe('the addresses that are told', () => {
  it.each(['127.0.0.1', '0.0.0.0', 'localhost'])('can be reached from this machine when HOST is %s', async (host) => {
    const gateway = await startGateway(supergraph, { HOST: host })
    const { status } = await fetch(`${gateway.origin}/health`)
    await gateway.stop()
    expect(status).toBe(200)
  })
})
