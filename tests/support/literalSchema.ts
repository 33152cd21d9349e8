/** The schema that these operations are of: each field of a person tells what it was asked with. */
export const literalSchema = `
  type Query { person(id: ID, filter: Filter): Person people(first: Int = 2, tags: [String!]): [Person!] born: String }
  interface Being { id: String name(short: Boolean, in: [Language]): String }
  type Person implements Being {
    id: String
    name(short: Boolean, in: [Language]): String
    born(scale: Float = 0.5, grid: [[Int]], id: ID): String
    cost(over: Money, filters: [Filter]): String
    friend(filter: Filter): Being
    friends(filter: Filter! = { size: 3 }): [Person]
  }
  input Filter { size: Int = 5 colors: [String] language: Language money: Money inner: Filter all: [Filter!] }
  enum Language { EN ID }
  scalar Money
`
