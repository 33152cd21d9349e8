import type { TestedGraph } from '../TestedGraph.ts'
import type { World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** Fields of which one subgraph says that they are anything, and another what they are. */
export const shapes: TestedGraph = {
  words: ['a'],
  subgraphs: {
    shapes: `${federationLink}
      type Query { word: String any: Any @shareable some: [Sized!] @shareable one(of: ID): Sized @shareable }
      union Any = Box | Ball
      interface Sized { size: Int }
      type Ball implements Sized { size: Int round: Boolean }
      type Box implements Sized @shareable { size: Int inner: Any }`,
    boxes: `${federationLink}
      type Query { count: Int any: Box @shareable some: [Box!] @shareable one(of: ID): Box @shareable }
      type Box @shareable { size: Int inner: Box wide: Int }`,
  },
  createWorld,
}

function createWorld(): World {
  const inner = { __typename: 'Box', size: 1, inner: null, wide: 11 }
  const box = { __typename: 'Box', size: 2, inner, wide: 12 }
  return {
    Query: {
      word: 'word',
      count: 3,
      any: box,
      some: [inner, box],
      one: ({ of }: { of?: unknown }) => (of ? inner : null),
    },
    find: {},
  }
}
