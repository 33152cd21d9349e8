import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`

describe('the root fields of a mutation', () => {
  let graph: MemoryEngine
  /** What was done so far, which another agency tells of every account. */
  let journal: string[]

  beforeAll(async () => {
    const write = (name: string) => (): { readonly id: string } => {
      journal.push(name)
      return { id: '1' }
    }
    graph = await openMemoryEngine({
      accounts: {
        sdl: `${link} type Query { account: Account }
          type Mutation { open: Account rename: Account close: Account }
          type Account @key(fields: "id") { id: ID! }`,
        resolvers: { Mutation: { open: write('open'), rename: write('rename'), close: write('close') } },
      },
      audit: {
        sdl: `${link} type Mutation { note: Account } type Account @key(fields: "id") { id: ID! journal: [String!] }`,
        resolvers: {
          Mutation: { note: write('note') },
          Account: { __resolveReference: (account: object) => account, journal: () => journal },
        },
      },
    })
  })
  afterAll(() => graph.engine.stop())
  beforeEach(() => {
    journal = []
    graph.calls.length = 0
  })

  it('show what stood below each before the next one ran', async () => {
    const { data, errors } = await graph.ask('mutation { open { journal } close { journal } }')
    expect(errors).toEqual([])
    expect(data).toEqual({ open: { journal: ['open'] }, close: { journal: ['open', 'close'] } })
  })

  it('run in the order in which they are met, also inside fragments', async () => {
    await graph.ask(`mutation { ...F open { id } ... { close { id } } }
      fragment F on Mutation { ...G rename { id } } fragment G on Mutation { note { id } }`)
    expect(journal).toEqual(['note', 'rename', 'open', 'close'])
    await graph.ask('mutation { close { id } ...F } fragment F on Mutation { rename { id } open { id } note { id } }')
    expect(journal.slice(4)).toEqual(['close', 'rename', 'open', 'note'])
  })

  it('run once, however often they stand there', async () => {
    const { data } = await graph.ask('mutation { open { id } close { id } ... { open { journal } } }')
    expect(journal).toEqual(['open', 'close'])
    expect(data).toEqual({ open: { id: '1', journal: ['open'] }, close: { id: '1' } })
  })

  it('of one agency travel together, as far as nobody else is asked', async () => {
    const { data } = await graph.ask('mutation { open { id } rename { id } close { journal } }')
    expect(data).toMatchObject({ close: { journal: ['open', 'rename', 'close'] } })
    expect(graph.calls.map(({ agency }) => agency)).toEqual(['accounts', 'audit'])
  })
})
