import type { TestedGraph } from '../TestedGraph.ts'
import type { Thing, World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** An interface that other subgraphs know as an object: which type a thing has, only one of them can say. */
export const things: TestedGraph = {
  words: ['1', '2', '3', 'none'],
  subgraphs: {
    things: `${federationLink}
      type Query { things: [Thing!]! book: Book thing(id: ID!): Thing any: [Any] }
      union Any = Book | Lamp
      interface Thing @key(fields: "id") { id: ID! label(loud: Boolean): String }
      type Book implements Thing @key(fields: "id") { id: ID! label(loud: Boolean): String pages: Int! sequel: Book }
      type Lamp implements Thing @key(fields: "id") { id: ID! label(loud: Boolean): String watts: Int near: Thing }`,
    prices: `${federationLink}
      type Query { cheapest: Thing priced(below: Int = 100): [Thing] }
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! price: Int offers: [Offer!]! better: Thing
        label(loud: Boolean): String @external tag: String! @requires(fields: "label")
      }
      type Offer { by: String! price: Int on: Thing! }`,
    places: `${federationLink}
      type Query { shelf: [Thing!] }
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! place: Place label(loud: Boolean): String @external sign(loud: Boolean): String @requires(fields: "label")
        price: Int @external worth: String @requires(fields: "price")
        deal: String @requires(fields: "label price")
      }
      type Place { room: String holds: [Thing!] }
      type Room @key(fields: "name") { name: String! light: Thing }
      extend type Query { rooms: [Room!] }`,
  },
  createWorld,
}

function createWorld(): World {
  const all = [thing('1', 'Book'), thing('2', 'Lamp'), thing('3', 'Book')]
  const get = (id: unknown): Thing | null => all.find((one) => one['id'] === id) ?? null

  function thing(id: string, __typename: 'Book' | 'Lamp'): Thing {
    const number = Number(id)
    const own =
      __typename === 'Book'
        ? { pages: number * 100, sequel: () => (id === '1' ? get('3') : null) }
        : { watts: null, near: () => get('1') }
    return {
      __typename,
      id,
      label: ({ loud }: { loud?: boolean | null }) => (id === '3' ? null : `${__typename} ${id}${loud ? '!' : ''}`),
      price: number * 10,
      offers: () => Array.from({ length: number }, (_, index) => offer(id, index)),
      better: () => get(String(number + 1)),
      place: () => (id === '2' ? null : place(id)),
      ...own,
    }
  }
  function offer(id: string, index: number): Thing {
    return { by: `seller ${index}`, price: index === 0 ? null : index, on: () => get(id) }
  }
  function place(id: string): Thing {
    return { room: `room ${id}`, holds: () => [get('2'), get(id)] }
  }
  const rooms = ['hall', 'attic'].map((name): Thing => ({
    __typename: 'Room',
    name,
    light: () => (name === 'hall' ? get('2') : null),
  }))
  const find = ({ id }: Thing): Thing | null => get(id)
  return {
    Query: {
      things: () => all,
      book: () => get('3'),
      thing: ({ id }: { id: string }) => get(id),
      any: () => [get('2'), null, get('1')],
      cheapest: () => get('1'),
      priced: ({ below }: { below?: number | null }) => all.filter(({ price }) => Number(price) < (below ?? 1)),
      shelf: () => [get('3'), get('2')],
      rooms: () => rooms,
    },
    find: {
      Thing: find,
      Book: find,
      Lamp: find,
      Room: ({ name }) => rooms.find((room) => room['name'] === name) ?? null,
    },
    rules: {
      'Thing.tag': ({ label }) => `tag of ${JSON.stringify(label)}`,
      'Thing.worth': ({ price }) => `worth of ${JSON.stringify(price)}`,
      'Thing.deal': ({ label, price }) => `deal of ${JSON.stringify([label, price])}`,
      'Thing.sign': ({ label }, given) => `sign of ${JSON.stringify([label, given])}`,
    },
  }
}
