const imports = [
  '@key',
  '@shareable',
  '@external',
  '@requires',
  '@provides',
  '@override',
  '@inaccessible',
  '@interfaceObject',
  '@composeDirective',
]

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(imports)})`

/** Small graphs, which between them have everything that Federation 2 has. By name, the SDL of each subgraph. */
export const graphs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'interfaces and unions spread over subgraphs': {
    media: `${link}
      type Query { search(text: String): [Result] node(id: ID): Node top: Media! media: [Media!] }
      union Result = Film | Song | Person
      interface Node { id: ID! }
      interface Media implements Node { id: ID! title(upper: Boolean = false): String }
      type Film implements Node & Media @key(fields: "id") { id: ID! title(upper: Boolean = false): String length: Int! cast: [Person!] }
      type Song implements Node & Media @key(fields: "id") { id: ID! title(upper: Boolean = false): String by: Person }
      type Person implements Node @key(fields: "id") { id: ID! name: String }`,
    ratings: `${link}
      union Rated = Film | Song
      type Film @key(fields: "id") { id: ID! stars: Int reviews: [Review!]! }
      type Song @key(fields: "id") { id: ID! stars: Int }
      type Review { text: String! of: Rated }
      type Person @key(fields: "id") { id: ID! likes: [Rated] }`,
  },
  'interface objects': {
    things: `${link}
      type Query { things: [Thing] book: Book }
      interface Thing @key(fields: "id") { id: ID! label: String }
      type Book implements Thing @key(fields: "id") { id: ID! label: String pages: Int }
      type Lamp implements Thing @key(fields: "id") { id: ID! label: String watts: Int }`,
    prices: `${link}
      type Query { cheapest: Thing }
      type Thing @key(fields: "id") @interfaceObject { id: ID! price: Int offers: [Offer] }
      type Offer { by: String price: Int }`,
  },
  'several, nested and compound keys': {
    catalogue: `${link}
      type Query { copies: [Copy] author: Author }
      type Copy @key(fields: "library { code } place") { library: Library! place: Int! state: String author: Author }
      type Library @key(fields: "code") { code: ID! }
      type Author @key(fields: "name") @key(fields: "card { id }") { name: String! card: Card! born: Int }
      type Card { id: ID! }`,
    loans: `${link}
      type Copy @key(fields: "library { code } place") { library: Library! place: Int! lent: Boolean to: Reader }
      type Library @key(fields: "code") { code: ID! town: String }
      type Reader @key(fields: "id") { id: ID! favourite: Author }
      type Author @key(fields: "card { id }") { card: Card! }
      type Card @shareable { id: ID! }`,
    people: `${link}
      type Author @key(fields: "name") { name: String! portrait: String }
      type Reader @key(fields: "id") { id: ID! name: String }`,
  },
  'what is required of others': {
    stock: `${link}
      type Query { product(id: ID!): Product products: [Product!] }
      type Product @key(fields: "id") { id: ID! weight: Int sizes: [Int!] maker: Maker tags: [Tag!] next: Product }
      type Maker { name: String country: String }
      type Tag { word: String rank: Int }`,
    shipping: `${link}
      type Product @key(fields: "id") {
        id: ID! weight: Int @external sizes: [Int!] @external maker: Maker @external tags: [Tag!] @external
        cost: String @requires(fields: "weight sizes") customs: String @requires(fields: "maker { country } tags { word }")
      }
      type Maker { country: String @external }
      type Tag { word: String @external }`,
    advice: `${link}
      type Product @key(fields: "id") { id: ID! cost: String @external hint: String @requires(fields: "cost") }`,
  },
  'what is provided, and moved': {
    orders: `${link}
      type Query { orders: [Order!] }
      type Order @key(fields: "id") { id: ID! buyer: Person @provides(fields: "name") total: Float note: String @override(from: "old") }
      type Person @key(fields: "id") { id: ID! name: String @external }`,
    people: `${link}
      type Query { person: Person }
      type Person @key(fields: "id") { id: ID! name: String @shareable address: Address }
      type Address @shareable { street: String town: String! }`,
    old: `${link}
      type Query { last: Order }
      type Order @key(fields: "id") { id: ID! note: String paid: Boolean! ship: Address }
      type Address @shareable { street: String town: String! }`,
  },
  'inputs, enums and scalars that differ': {
    rooms: `${link}
      scalar JSON
      type Query { rooms(filter: Filter, sort: [Sort!] = [SIZE], raw: JSON): [Room!]! }
      input Filter { floor: Int = 1 kind: Kind near: Filter ids: [ID!] }
      enum Sort { SIZE NAME }
      enum Kind { BED BATH }
      type Room @key(fields: "id") { id: ID! kind: Kind plan(filter: Filter): JSON area(unit: Float = 1.5): Float }`,
    guests: `${link}
      scalar JSON
      input Filter { floor: Int = 1 kind: Kind }
      enum Kind { BED BATH ATTIC @inaccessible }
      type Query { guest(filter: Filter): Guest }
      type Guest @key(fields: "id") { id: ID! prefers(filter: Filter): String room: Room extra: JSON secret: String @inaccessible }
      type Room @key(fields: "id") { id: ID! guests(first: Int): [Guest!] }`,
  },
  'null through lists of non-null': {
    one: `${link}
      type Query { grid: [[Cell!]!] row: [Cell!]! cell: Cell! maybe: Cell }
      type Cell @key(fields: "id") { id: ID! value: Int! inner: [Cell!] deep: [[Cell!]] }`,
    two: `${link}
      type Cell @key(fields: "id") { id: ID! colour: String! peers: [Cell!]! shade: Int }`,
  },
  'mutations in sequence': {
    accounts: `${link}
      type Query { account: Account }
      type Mutation { open(name: String!): Account close(id: ID!): Account! }
      type Account @key(fields: "id") { id: ID! name: String }`,
    audit: `${link}
      type Mutation { note(text: String): Note }
      type Note { text: String about: Account }
      type Account @key(fields: "id") { id: ID! notes: [Note!] }`,
  },
  'lookups by key': {
    registry: `${link} @link(url: "https://satu-atap.example/lookup/v1.0", import: ["@lookup", "@is"])
      @composeDirective(name: "@lookup") @composeDirective(name: "@is")
      directive @lookup on FIELD_DEFINITION
      directive @is(field: String!) on ARGUMENT_DEFINITION
      type Query { person(id: ID! @is(field: "id")): Person @lookup people: [Person!] }
      type Person @key(fields: "id") { id: ID! name: String friend: Person }`,
    work: `${link}
      type Person @key(fields: "id") { id: ID! job(full: Boolean): Job colleagues: [Person!] }
      type Job { title: String! boss: Person }`,
    fitness: `${link}
      type Person @key(fields: "id") { id: ID! name: String @external pulse: Int! fit: String @requires(fields: "name") }`,
  },
  'types shared by value': {
    east: `${link}
      type Query { place: Place both: Both @shareable }
      type Place @shareable { at: Point! name: String }
      type Point @shareable { x: Int! y: Int }
      type Both @shareable { a: Int b: Point }`,
    west: `${link}
      type Query { west: [Place] both: Both @shareable }
      type Place @shareable { at: Point! name: String height: Int @inaccessible }
      type Point @shareable { x: Int! y: Int }
      type Both @shareable { a: Int b: Point }`,
  },
}
