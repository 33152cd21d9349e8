import type { World, WorldState } from './World.ts'

/** A supergraph of a test, as data. */
export interface TestedGraph {
  /** The SDL of each subgraph, by name. */
  readonly subgraphs: Readonly<Record<string, string>>
  /** Texts that mean something in it, such as keys. */
  readonly words: readonly string[]
  /** What is true in it, as long as no mutation has run: each time a world of its own. Only random graphs have states. */
  readonly createWorld: (state?: WorldState) => World
}
