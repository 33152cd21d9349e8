import type { TestedGraph } from '../TestedGraph.ts'
import type { Thing, World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** Names that mean something to others: in keys, in what is required, and one name for fields of different types. */
export const names: TestedGraph = {
  words: ['1', '2', 'n'],
  subgraphs: {
    one: `${federationLink}
      type Query { items: [Item!] pick(constructor: ID): Item own_pick: Item all: [Any] shapes: [Shape!]! }
      interface Item { key: ID! }
      type Left implements Item @key(fields: "key toString") { key: ID! toString: Int! value: Int own_value: String weight: Int other: Item }
      type Right implements Item @key(fields: "key constructor { id }") {
        key: ID! constructor: Inner! value: String! own_value: Int weight(of: String = "none"): String other: Item
      }
      type Inner { id: ID! }
      union Any = Left | Right | Shape3
      interface Shape { id: ID! }
      type Shape1 implements Shape @key(fields: "id mark") { id: ID! mark: Int! }
      type Shape2 implements Shape @key(fields: "id mark") { id: ID! mark: String! }
      type Shape3 implements Shape @key(fields: "id mark { x }") { id: ID! mark: Mark! }
      type Mark @shareable { x: Int! }`,
    two: `${federationLink}
      type Query { shape: Shape }
      type Left @key(fields: "key toString") {
        key: ID! toString: Int! value: Int @external weight: Int @external
        valueOf: String @requires(fields: "value weight") literal0: Int representations(_entities: Int): [Int] length: Int
      }
      type Right @key(fields: "key constructor { id }") {
        key: ID! constructor: Inner! value: String! @external weight(of: String = "none"): String @external
        valueOf: String @requires(fields: "value weight(of: \\"two\\")") hasOwnProperty: Boolean length: String
      }
      type Inner @shareable { id: ID! }
      interface Shape { id: ID! size: Int }
      type Shape1 implements Shape @key(fields: "id mark") { id: ID! mark: Int! size: Int }
      type Shape2 implements Shape @key(fields: "id mark") { id: ID! mark: String! size: Int }
      type Shape3 implements Shape @key(fields: "id mark { x }") { id: ID! mark: Mark! size: Int }
      type Mark @shareable { x: Int! }`,
  },
  createWorld,
}

function createWorld(): World {
  const left = (number: number): Thing => ({
    __typename: 'Left',
    key: String(number),
    toString: number,
    value: number === 2 ? null : number,
    own_value: `own ${number}`,
    weight: number * 2,
    other: () => (number === 1 ? right(1) : null),
    literal0: number,
    representations: ({ _entities }: Thing) => [_entities ?? null, number],
    length: number,
  })
  const right = (number: number): Thing => ({
    __typename: 'Right',
    key: String(number),
    constructor: { id: `inner ${number}` },
    value: `value ${number}`,
    own_value: number,
    weight: ({ of }: Thing) => (of === null || of === undefined ? null : `${JSON.stringify(of)} ${number}`),
    other: () => left(number + 1),
    hasOwnProperty: number === 1,
    length: 'long',
  })
  const shapes: readonly Thing[] = [
    { __typename: 'Shape1', id: '1', mark: 1, size: 10 },
    { __typename: 'Shape2', id: '2', mark: 'two', size: null },
    { __typename: 'Shape3', id: '3', mark: { x: 3 }, size: 30 },
  ]
  const findShape = ({ id, mark }: Thing): Thing | null =>
    shapes.find((shape) => shape['id'] === id && JSON.stringify(shape['mark']) === JSON.stringify(mark)) ?? null
  return {
    Query: {
      items: () => [left(1), right(2), left(2), right(1)],
      pick: ({ constructor: key }: Thing) => (Object.is(key, '1') ? left(1) : right(3)),
      own_pick: () => right(1),
      all: () => [right(1), null, shapes[2], left(1)],
      shapes: () => shapes,
      shape: () => shapes[1],
    },
    find: {
      Left: ({ key, toString: number }) => (key === String(number) ? left(Number(number)) : null),
      Right: ({ key, constructor: inner }) =>
        `inner ${String(key)}` === (inner as unknown as Thing)['id'] ? right(Number(key)) : null,
      Shape1: findShape,
      Shape2: findShape,
      Shape3: findShape,
    },
    rules: {
      'Left.valueOf': ({ value, weight }) => `left ${JSON.stringify([value, weight])}`,
      'Right.valueOf': ({ value, weight }) => `right ${JSON.stringify([value, weight])}`,
    },
  }
}
