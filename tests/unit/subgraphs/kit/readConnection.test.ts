import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCursors } from '../../../../subgraphs/kit/createCursors.ts'
import { readConnection } from '../../../../subgraphs/kit/readConnection.ts'
import type { Connection } from '../../../../subgraphs/kit/readConnection.ts'

interface Row {
  readonly id: string
}

const cursors = createCursors('key')
const rowsOf = (ids: Iterable<string>): readonly Row[] => [...new Set(ids)].toSorted().map((id) => ({ id }))

interface Page {
  readonly first: number
  readonly after?: string | null
  readonly scope?: string
}

function pageOf(rows: readonly Row[], { first, after, scope = 'list' }: Page): Promise<Connection<Row>> {
  return readConnection({
    first,
    after,
    cursors,
    scope,
    positionOf: ({ id }) => id,
    read: (position, limit) =>
      Promise.resolve(rows.filter(({ id }) => position === null || id > position).slice(0, limit)),
  })
}

async function walk(rows: readonly Row[], first: number): Promise<readonly string[]> {
  const seen: string[] = []
  let after: string | null = null
  for (;;) {
    const { edges, pageInfo }: Connection<Row> = await pageOf(rows, { first, after })
    seen.push(...edges.map(({ node }) => node.id))
    if (!pageInfo.hasNextPage) return seen
    after = pageInfo.endCursor
  }
}

const ids = fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 30 })

describe('a page of a list', () => {
  test('has rows, cursors and its place in the list', async () => {
    const page = await pageOf(rowsOf('abcde'), { first: 2 })
    expect(page.edges.map(({ node }) => node.id)).toEqual(['a', 'b'])
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges[1]?.cursor,
    })
  })

  test('behind a cursor begins with the next row', async () => {
    const [, second] = (await pageOf(rowsOf('abcde'), { first: 2 })).edges
    const page = await pageOf(rowsOf('abcde'), { first: 5, after: second?.cursor ?? null })
    expect(page.edges.map(({ node }) => node.id)).toEqual(['c', 'd', 'e'])
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
  })

  test('of an empty list has no cursors', async () => {
    const { edges, pageInfo } = await pageOf([], { first: 100 })
    expect(edges).toEqual([])
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null })
  })

  test('after page has every row once, in order, whatever the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 100 }), async (given, first) => {
        const rows = rowsOf(given)
        expect(await walk(rows, first)).toEqual(rows.map(({ id }) => id))
      }),
    )
  })

  test('loses and repeats no row that stays, while others come and go', async () => {
    await fc.assert(
      fc.asyncProperty(ids, ids, fc.integer({ min: 1, max: 5 }), async (before, after, first) => {
        fc.pre(before.length > 0)
        const { edges, pageInfo } = await pageOf(rowsOf(before), { first })
        const later = await pageOf(rowsOf(after), { first: 100, after: pageInfo.endCursor })
        const seen = [...edges, ...later.edges].map(({ node }) => node.id)
        expect(new Set(seen).size).toBe(seen.length)
        const staying = rowsOf(before).filter(({ id }) => after.includes(id))
        expect(seen).toEqual(expect.arrayContaining(staying.map(({ id }) => id)))
      }),
    )
  })

  test('of no rows tells whether there are any (GraphQL Cursor Connections, 3.1)', async () => {
    const none = { edges: [], pageInfo: { startCursor: null, endCursor: null } }
    expect(await pageOf(rowsOf('abc'), { first: 0 })).toMatchObject({ ...none, pageInfo: { hasNextPage: true } })
    expect(await pageOf([], { first: 0 })).toMatchObject({ ...none, pageInfo: { hasNextPage: false } })
  })

  test.each([-1, 101, 1_000_000])('of %p rows is refused', async (first) => {
    await expect(pageOf(rowsOf('abc'), { first })).rejects.toMatchObject({
      extensions: { code: 'PAGE_SIZE_OUT_OF_RANGE', argument: 'first' },
    })
  })

  test('behind a cursor of another filter, or one made up, is refused', async () => {
    const { pageInfo } = await pageOf(rowsOf('abc'), { first: 1 })
    const refusal = { extensions: { code: 'CURSOR_INVALID' } }
    await expect(pageOf(rowsOf('abc'), { first: 1, after: pageInfo.endCursor, scope: 'other' })).rejects.toMatchObject(
      refusal,
    )
    for (const after of ['', 'abc', 'MQ==']) {
      await expect(pageOf(rowsOf('abc'), { first: 1, after })).rejects.toMatchObject(refusal)
    }
  })
})
