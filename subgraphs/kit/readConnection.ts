import { fault } from '../../platform/fault.ts'
import type { Cursors } from './createCursors.ts'

/** A page of a list as Relay's cursor connection has it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

export interface ConnectionOptions<Row> {
  readonly first: number
  readonly after: string | null | undefined
  readonly cursors: Cursors
  /** Names the list and its filter; a cursor holds for this alone. */
  readonly scope: string
  /** The row's place in an order that never changes while the row does. */
  readonly positionOf: (row: Row) => string
  /** Reads up to `limit` rows behind a position, in order. */
  readonly read: (after: string | null, limit: number) => Promise<readonly Row[]>
}

const largestPage = 100

/** Reads one page by keyset; one of no rows tells whether there are any. Throws PAGE_SIZE_OUT_OF_RANGE or CURSOR_INVALID. */
export async function readConnection<Row>(options: ConnectionOptions<Row>): Promise<Connection<Row>> {
  const { first, after, cursors, scope, positionOf, read } = options
  if (first < 0 || first > largestPage) throw fault('PAGE_SIZE_OUT_OF_RANGE', { argument: 'first' })
  const position = typeof after === 'string' ? cursors.read(after, scope) : null
  // One row more than asked tells whether another page follows.
  const rows = await read(position, first + 1)
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursors.write(positionOf(node), scope) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: position !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
