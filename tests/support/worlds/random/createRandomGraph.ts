import type { Dice } from '../../graphs/Writing.ts'
import type { TestedGraph } from '../TestedGraph.ts'
import { createDrawnWorld } from './createDrawnWorld.ts'
import { createLuck } from './createLuck.ts'
import { drawGraph } from './drawGraph.ts'
import { writeAgency } from './writeAgency.ts'

/**
 * A random graph of two to four agencies. All graphs have the same names: entities are `E0` to `E3`, of which the first two are
 * of the interface `I`; what is of the union `U` depends on the agency; `V` and `X` are values, and have the interface `W`.
 * More dice draw what changes something, and contexts: `K` and `Y` are found below what sets one. Composition may refuse what agencies
 * require of each other.
 */
export function createRandomGraph(dice: Dice, more?: Dice): TestedGraph {
  const graph = drawGraph(createLuck(dice), more && createLuck(more))
  return {
    subgraphs: Object.fromEntries(graph.agencies.map((agency) => [agency, writeAgency(graph, agency)])),
    words: ['1', '2', '3', 'q', ...(graph.lookups.length === 0 ? [] : ['code 1', 'code 2'])],
    createWorld: (state) => createDrawnWorld(graph, state),
  }
}
