import { composeSupergraph } from './composeSupergraph.ts'
import { startSubgraph } from './startSubgraph.ts'
import type { TestSubgraph } from './startSubgraph.ts'

/** A graph that has nothing to do with ours: books with reviews, a list, a mutation, a type inside itself. */
export interface Bookshop {
  readonly books: TestSubgraph
  readonly reviews: TestSubgraph
  readonly supergraph: string
  readonly stop: () => Promise<void>
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'

const booksSdl = `
  ${link}
  scalar Date @specifiedBy(url: "https://books.example/date")
  type Query { books(first: Int): [Book!] book(id: ID!): Book printedOn(date: Date!): [Book!] price(of: PriceOf): Int }
  type Mutation { addBook(title: String!): Book }
  type Book @key(fields: "id") { id: ID! title: String! sequel: Book pages: Int! }
  input PriceOf { ids: [ID!] or: PriceOf }
`

const reviewsSdl = `
  ${link}
  type Book @key(fields: "id") { id: ID! reviews: [Review!] }
  type Review { stars: Int! }
`

interface Book {
  readonly id: string
  readonly title: string
  readonly pages?: number
}

/** Starts the two subgraphs and composes them. */
export async function startBookshop(): Promise<Bookshop> {
  const shelf: Book[] = [
    { id: '1', title: 'Laskar Pelangi', pages: 529 },
    { id: '2', title: 'Bumi Manusia', pages: 535 },
    { id: '3', title: 'Unfinished' },
  ]
  const books = await startSubgraph({
    name: 'books',
    sdl: booksSdl,
    resolvers: {
      Query: {
        books: (_root: unknown, { first }: { first?: number }) => shelf.slice(0, first),
        book: (_root: unknown, { id }: { id: string }) => shelf.find((book) => book.id === id),
        printedOn: () => shelf,
      },
      Mutation: {
        addBook(_root: unknown, { title }: { title: string }) {
          const book = { id: String(shelf.length + 1), title }
          shelf.push(book)
          return book
        },
      },
      Book: { sequel: () => null },
    },
  })
  const reviews = await startSubgraph({
    name: 'reviews',
    sdl: reviewsSdl,
    resolvers: { Book: { reviews: ({ id }: Book) => [{ stars: Number(id) }] } },
  })
  return {
    books,
    reviews,
    supergraph: composeSupergraph([books, reviews]),
    async stop() {
      await Promise.all([books.stop(), reviews.stop()])
    },
  }
}
