/** What is made of one supergraph. It never changes: another supergraph is another generation. */
export interface Generation {
  readonly close: () => Promise<void>
}

/** The generation that a request is answered by, from its operation to its answer. */
export interface Lease<Graph> {
  readonly graph: Graph
  /** The request needs it no more. Once is enough. */
  readonly release: () => void
}

export interface Generations<Graph> {
  readonly current: () => Graph
  /** The current one and those that requests in flight still need. */
  readonly all: () => readonly Graph[]
  readonly lease: () => Lease<Graph>
  /** Puts another in its place for all requests from here on. The old one is closed when those that have it are over. */
  readonly replace: (next: Graph) => void
  /** Closes all. */
  readonly close: () => Promise<void>
}

export interface GenerationsOptions<Graph> {
  readonly first: Graph
  /** Told after a generation came or went. */
  readonly onChange: (all: readonly Graph[]) => void
  readonly onCloseFailure: (error: unknown) => void
}

interface Held<Graph> {
  readonly graph: Graph
  leases: number
}

/** Keeps the generations of a graph: requests in flight finish on the one that they began with. */
export function createGenerations<Graph extends Generation>(options: GenerationsOptions<Graph>): Generations<Graph> {
  const { first, onChange, onCloseFailure } = options
  let current: Held<Graph> = { graph: first, leases: 0 }
  const held = new Set([current])
  const closing = new Set<Promise<void>>()

  const all = (): readonly Graph[] => Array.from(held, ({ graph }) => graph)

  function closeIfUnused(one: Held<Graph>): void {
    if (one === current || one.leases > 0 || !held.delete(one)) return
    const closed = one.graph
      .close()
      .catch(onCloseFailure)
      .finally(() => closing.delete(closed))
    closing.add(closed)
    onChange(all())
  }

  return {
    current: () => current.graph,
    all,
    lease() {
      const taken = current
      taken.leases += 1
      let isReleased = false
      return {
        graph: taken.graph,
        release() {
          if (isReleased) return
          isReleased = true
          taken.leases -= 1
          closeIfUnused(taken)
        },
      }
    },
    replace(next) {
      const old = current
      current = { graph: next, leases: 0 }
      held.add(current)
      onChange(all())
      closeIfUnused(old)
    },
    async close() {
      await Promise.all([...all().map((graph) => graph.close()), ...closing])
    },
  }
}
