import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { findRiskyFields } from '../../../../schema/composition/findRiskyFields.ts'

function riskyIn(own: string, other: string): readonly string[] {
  const documents = [own, other].map((sdl) => parse(sdl)) as [ReturnType<typeof parse>, ReturnType<typeof parse>]
  return findRiskyFields('own', documents[0], documents).map((problem) => problem.split(' ')[1] ?? '')
}

const other = `type Person @key(fields: "id") { id: ID! name: String }`

describe('findRiskyFields', () => {
  it('lets keys be, and finds other fields of a shared type that are not nullable', () => {
    expect(riskyIn(`type Person @key(fields: "id") { id: ID! papers: [Int!] age: Int! }`, other)).toEqual([
      'Person.age',
    ])
  })

  it('finds fields of the root that are not nullable', () => {
    expect(riskyIn(`type Query { count: Int! total: Int }`, other)).toEqual(['Query.count'])
  })

  it('finds a reference to what another agency owns, and lets a nullable one be', () => {
    const own = `type Letter { to: Person! from: Person } type Person @key(fields: "id", resolvable: false) { id: ID! }`
    expect(riskyIn(own, other)).toEqual(['Letter.to'])
  })

  it('lets an agency refer to its own entities without a null', () => {
    expect(riskyIn(`type Letter @key(fields: "no") { no: ID! } type Pile { top: Letter! }`, other)).toEqual([])
  })

  it('knows keys of several fields', () => {
    const own = `type Room @key(fields: "house { id } floor") { house: House! floor: Int! wide: Int! } type House { id: ID! }`
    const same = `type Room @key(fields: "floor") { floor: Int! }`
    expect(riskyIn(own, same)).toEqual(['Room.wide'])
  })

  it('looks into extensions, and knows the keys that stand in one', () => {
    const own = `
      extend type Query { ports: [String!]! }
      type Person @key(fields: "id") { id: ID! }
      extend type Person { stamps: [String!]! papers: [Int!] }
      type Room { floor: Int! wide: Int! }
      extend type Room @key(fields: "floor")`
    const same = `${other} type Room @key(fields: "floor") { floor: Int! }`
    expect(riskyIn(own, same)).toEqual(['Query.ports', 'Person.stamps', 'Room.wide'])
  })

  it('takes what an extension alone makes an entity for shared', () => {
    const same = `type Person { id: ID! } extend type Person @key(fields: "id")`
    expect(riskyIn(`type Person @key(fields: "id") { id: ID! age: Int! }`, same)).toEqual(['Person.age'])
  })

  it('finds a node of an edge that one row would take away with its page', () => {
    const own = `type Letter @key(fields: "no") { no: ID! } type LetterEdge { cursor: String! node: Letter! }`
    expect(riskyIn(own, other)).toEqual(['LetterEdge.node'])
    expect(riskyIn(own.replace('node: Letter!', 'node: Letter'), other)).toEqual([])
    expect(riskyIn(own.replace('cursor', 'branch'), other)).toEqual([])
  })
})
