import type { TestedGraph } from '../TestedGraph.ts'
import type { Thing, World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** Root fields that look entities up by keys, which all subgraphs may then be asked for at once. */
export const registry: TestedGraph = {
  words: ['1', '2', '3', '4', 'none'],
  subgraphs: {
    registry: `${federationLink}
      @link(url: "https://specs.satu-atap.id/lookup/v1.0", import: ["@lookup", "@is"])
      @composeDirective(name: "@lookup") @composeDirective(name: "@is")
      directive @lookup on FIELD_DEFINITION
      directive @is(field: String!) on ARGUMENT_DEFINITION
      type Query {
        person(id: ID! @is(field: "id")): Person @lookup
        sure(id: ID! @is(field: "id")): Person! @lookup
        people: [Person!]
      }
      type Person @key(fields: "id") { id: ID! name(long: Boolean): String friend: Person friends: [Person!] home: Home! }
      type Home @key(fields: "code") { code: ID! street: String }`,
    work: `${federationLink}
      @link(url: "https://specs.satu-atap.id/lookup/v1.0", import: ["@lookup", "@is"])
      @composeDirective(name: "@lookup") @composeDirective(name: "@is")
      directive @lookup on FIELD_DEFINITION
      directive @is(field: String!) on ARGUMENT_DEFINITION
      type Query { desk(floor: Int! @is(field: "floor"), number: ID! @is(field: "number")): Desk @lookup firm: String }
      type Person @key(fields: "id") { id: ID! job(full: Boolean): Job colleagues: [Person!] desk: Desk }
      type Job { title: String! boss: Person }
      type Desk @key(fields: "floor number") { floor: Int! number: ID! tidy: Boolean user: Person }`,
    fitness: `${federationLink}
      type Person @key(fields: "id") {
        id: ID! pulse: Int! steps(days: [Int!] = [1]): [Int!]
        name(long: Boolean): String @external
        fit: String @requires(fields: "name(long: true)")
      }
      type Desk @key(fields: "floor number") { floor: Int! number: ID! height: Int tidy: Boolean @external view: String @requires(fields: "tidy") }
      type Home @key(fields: "code") { code: ID! stairs: Int }`,
  },
  createWorld,
}

function createWorld(): World {
  const all = ['1', '2', '3'].map(person)
  const get = (id: unknown): Thing | null => all.find((one) => one['id'] === String(id)) ?? null

  function person(id: string): Thing {
    const number = Number(id)
    return {
      __typename: 'Person',
      id,
      name: ({ long }: { long?: boolean | null }) => (number === 3 ? null : `name ${id}${long ? ' long' : ''}`),
      friend: () => (number === 2 ? null : get(number + 1)),
      friends: () => (number === 3 ? null : all.filter((one) => one['id'] !== id)),
      home: () => home(`h${number % 2}`),
      job: ({ full }: { full?: boolean | null }) => (number === 2 ? null : job(number, full === true)),
      colleagues: () => [get('3'), get('1')],
      desk: () => (number === 1 ? desk(1, '7') : null),
      pulse: number * 30,
      steps: ({ days }: { days?: readonly number[] | null }) => days?.map((day) => day * number) ?? null,
    }
  }
  function home(code: string): Thing {
    return { __typename: 'Home', code, street: code === 'h1' ? null : 'Jalan', stairs: 3 }
  }
  function job(number: number, full: boolean): Thing {
    return { title: `job ${number}${full ? ' full' : ''}`, boss: () => (number === 1 ? get('3') : null) }
  }
  function desk(floor: unknown, number: unknown): Thing | null {
    if (floor !== 1 || String(number).length !== 1) return null
    return { __typename: 'Desk', floor, number: String(number), tidy: number === '7', user: () => get('1'), height: 70 }
  }
  return {
    Query: {
      person: ({ id }: Thing) => get(id),
      sure: ({ id }: Thing) => get(id),
      people: () => all,
      desk: ({ floor, number }: Thing) => desk(floor, number),
      firm: 'a firm',
    },
    find: {
      Person: ({ id }) => get(id),
      Home: ({ code }) => home(String(code)),
      Desk: ({ floor, number }) => desk(floor, number),
    },
    rules: {
      'Person.fit': ({ name }) => `fit ${JSON.stringify(name)}`,
      'Desk.view': ({ tidy }) => `view ${JSON.stringify(tidy)}`,
    },
  }
}
