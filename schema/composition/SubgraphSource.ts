/** One subgraph as it goes into the composition. */
export interface SubgraphSource {
  readonly name: string
  /** Where the gateway finds it unless it is told otherwise. */
  readonly url: string
  readonly sdl: string
}
