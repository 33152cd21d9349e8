import { buildSchema, executeSync, parse } from 'graphql'
import type fc from 'fast-check'
import { selectionTexts } from './selectionTexts.ts'

const schema = buildSchema(`
  scalar Day
  enum Kind { PASSPORT LETTER }
  type Person { id: ID! name: String age: Int weight: Float alive: Boolean! born: Day kind: Kind! pets: [Pet!]! grid: [[Int!]] best: Person }
  type Pet { id: ID! name: String lives: Int! tricks: [String] owner: Person kinds: [Kind!] }
  type Query { person: Person people: [Person!] pet: Pet }
`)

const types = {
  Query: [
    { name: 'person', of: 'Person' },
    { name: 'people', of: 'Person' },
    { name: 'pet', of: 'Pet' },
  ],
  Person: [
    ...['id', 'name', 'age', 'weight', 'alive', 'born', 'kind', 'grid'].map((name) => ({ name })),
    { name: 'pets', of: 'Pet' },
    { name: 'best', of: 'Person' },
  ],
  Pet: [...['id', 'name', 'lives', 'tricks', 'kinds'].map((name) => ({ name })), { name: 'owner', of: 'Person' }],
}
const fragments =
  'fragment OnQuery on Query { person { id } } fragment OnPerson on Person { age kind } fragment OnPet on Pet { lives }'

const rex = { id: 'd', name: 'Réx 犬', lives: 1, tricks: ['sit', null, ''], kinds: ['LETTER'] }
const maria = {
  id: 1,
  name: 'Maria',
  age: 25,
  weight: 50,
  alive: true,
  born: '1999-05-12',
  kind: 'LETTER',
  grid: [[1, -2], null, []],
}
const best = {
  ...maria,
  id: '2',
  name: null,
  age: 0,
  weight: null,
  alive: false,
  kind: 'PASSPORT',
  grid: null,
  pets: [],
}
const cat = { ...rex, name: '', lives: 9, tricks: null, kinds: null, owner: { ...maria, pets: [], best } }
const person = { ...maria, pets: [rex, cat], best }
const world = { person, people: [person, best], pet: null }

/** What can be asked of it. */
const queries: fc.Arbitrary<string> = selectionTexts(types, 'Query').map((text) => `{ ${text} } ${fragments}`)

/** What it answers to a query. */
function ask(query: string): Record<string, unknown> {
  const { data } = executeSync({ schema, document: parse(query), rootValue: world })
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>
}

/** A graph of people and their pets, in which each field is of one type. */
export const zoo = { schema, queries, ask } as const
