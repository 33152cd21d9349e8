import { lookupDirectives } from './lookupDirectives.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@interfaceObject", "@external", "@requires", "@composeDirective"]
)`

/** Entities with all kinds of keys: one, several, nested, by an interface. */
export const keyedSubgraphs = {
  shelf: `${link} ${lookupDirectives}
    type Query { book(id: ID! @is(field: "id")): Book @lookup books(first: Int = 10, after: String): [Book!] shelves: Page count: Int thing: Thing }
    type Page { items: [Copy!] next: Page }
    interface Thing @key(fields: "id") { id: ID! weight: Int }
    type Book implements Thing @key(fields: "id") {
      id: ID! weight: Int title(in: Language = EN, short: Boolean): String author: Author copies: [Copy!] next: Book
    }
    type Lamp implements Thing @key(fields: "id") { id: ID! weight: Int bulb: String }
    type Author @key(fields: "name") @key(fields: "number") { name: String number: Int born: String }
    type Copy @key(fields: "library { code } place") { library: Library! place: Int! state: String }
    type Library @shareable { code: ID! }
    enum Language { EN ID }
  `,
  'loan-desk': `${link}
    type Book @key(fields: "id") { id: ID! weight: Int @external loans: Int fee: Int @requires(fields: "weight") }
    type Author @key(fields: "name") { name: String portrait: String }
  `,
  scales: `${link}
    type Thing @key(fields: "id") @interfaceObject { id: ID! price: Int }
  `,
}
