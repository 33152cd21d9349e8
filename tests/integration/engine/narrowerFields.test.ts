import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getOperationAST, parse } from 'graphql'
import { createMarker } from '../../../gateway/access/createMarker.ts'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { contextWith } from '../../support/contextWith.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible"])`

/** An owner is somebody under the interface, and a person with papers, or a shop, under what implements it. */
const agencies = {
  people: {
    sdl: `${link}
      type Query { thing: Thing things: [Thing] somebody: Somebody }
      interface Thing { id: ID! owner: Somebody size: Int }
      type House implements Thing @key(fields: "id") { id: ID! owner: Person size: Int! }
      type Ship implements Thing @key(fields: "id") { id: ID! owner: Shop size: Int }
      interface Somebody { name: String }
      type Person implements Somebody { name: String papers: Papers list: [Papers!] }
      type Shop implements Somebody { name: String }
      type Papers @key(fields: "nik") { nik: ID! @inaccessible number: String }`.replace(
      'size: Int! @inaccessible',
      'size: Int!',
    ),
    resolvers: {
      Query: {
        thing: () => ({ __typename: 'House', id: 'h', size: 1 }),
        things: () => [
          { __typename: 'House', id: 'h', size: null },
          { __typename: 'Ship', id: 's', size: null },
        ],
        somebody: () => ({ __typename: 'Person', name: 'Ann' }),
      },
      House: { owner: () => ({ name: 'Ann' }) },
      Ship: { owner: () => ({ name: 'Bo Ltd' }) },
      Person: {
        papers: () => ({ nik: 'A-KEY', number: 'A1234567' }),
        list: () => [
          { nik: 'A-KEY', number: 'A1234567' },
          { nik: 'ANOTHER', number: 'B7654321' },
        ],
      },
    },
  },
  stamps: {
    sdl: `${link} type Papers @key(fields: "nik") { nik: ID! @inaccessible stamp: String! }`,
    resolvers: {
      Papers: {
        __resolveReference: ({ nik }: { readonly nik: string }) => ({
          nik,
          stamp: nik === 'ANOTHER' ? null : 'stamped',
        }),
      },
    },
  },
}

let engine: MemoryEngine

beforeAll(async () => {
  engine = await openMemoryEngine(agencies)
})

afterAll(() => engine.engine.stop())

describe('a field that an object has more narrowly than the interface under which it is selected too', () => {
  it('shows what is selected of it, and no key that the plan needs', async () => {
    const query = '{ thing { owner { name } ... on House { owner { own: name papers { number stamp } } } } }'
    expect(await engine.ask(query)).toEqual({
      data: { thing: { owner: { name: 'Ann', own: 'Ann', papers: { number: 'A1234567', stamp: 'stamped' } } } },
      errors: [],
    })
  })

  it('is null as its own type has it', async () => {
    const query = '{ thing { owner { name } ... on House { owner { list { stamp } } } } }'
    expect(await engine.ask(query)).toMatchObject({
      data: { thing: { owner: { name: 'Ann', list: null } } },
      errors: [{ path: ['thing', 'owner', 'list', 1, 'stamp'] }],
    })
    expect((await engine.ask('{ things { size } }')).data).toEqual({ things: [null, { size: null }] })
  })

  it.each([
    '{ thing { ... on House { owner { papers { number } } } } }',
    '{ thing { owner { name } ... on House { owner { papers { number } } } } }',
    '{ thing { ... on House { owner { ... on Somebody { name } papers { number } } } } }',
  ])('is masked, and says whose record it is: %s', async (query) => {
    const { executed } = await askMarked(query)
    expect(JSON.parse(JSON.stringify(executed.data))).toMatchObject({
      thing: { owner: { papers: { number: '****4567' } } },
    })
    expect(JSON.stringify(executed.data)).not.toContain('A-KEY')
    expect(executed.dataSubjects).toEqual(new Map([['thing', new Set(['A1234567', 'Ann'])]]))
  })

  it('says whose record it is where it is selected under an interface alone', async () => {
    const { executed } = await askMarked('{ thing { owner { name } } somebody { name } }')
    expect(JSON.parse(JSON.stringify(executed.data))).toEqual({
      thing: { owner: { name: 'Ann' } },
      somebody: { name: 'Ann' },
    })
    expect(executed.dataSubjects).toEqual(new Map(['thing', 'somebody'].map((key) => [key, new Set(['Ann'])])))
  })
})

/** What is executed of an operation in which numbers are masked, and persons and papers are records. */
async function askMarked(query: string) {
  const { schema, execute } = engine.engine
  const mark = createMarker({
    schema,
    rules: {
      classOf: () => 'SPECIFIC',
      decide: (_type, field) => (field === 'number' ? { shown: 'masked', mask: 'LAST4' } : { shown: 'whole' }),
    },
    dataSubjects: new Map([
      ['Papers', parseFieldSet('number')],
      ['Person', parseFieldSet('name')],
    ]),
  })
  const document = parse(query)
  const definition = getOperationAST(document)
  if (!definition) throw new Error('There is no operation.')
  const operation = mark({ document, definition }, { key: 'any' } as Parameters<typeof mark>[1])
  const deadline = createDeadline({ milliseconds: 5_000 })
  return { executed: await execute(operation, {}, contextWith(deadline)) }
}
