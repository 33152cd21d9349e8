import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, buildSchema, parse } from 'graphql'
import { readLookups } from '../../../../schema/shared/readLookups.ts'
import type { Lookup } from '../../../../schema/shared/readLookups.ts'
import { composeSupergraph } from '../../../support/composeSupergraph.ts'
import { lookupAgencies } from '../../../support/lookupAgencies.ts'

const directives = 'directive @lookup on FIELD_DEFINITION directive @is(field: String!) on ARGUMENT_DEFINITION'

function lookupsOf(sdl: string): ReadonlyMap<string, Lookup> {
  return readLookups(buildSchema(`${directives} interface Node { id: ID } type A { id: ID } union Any = A ${sdl}`))
}

describe('the lookups of a supergraph', () => {
  it('are root fields that are marked, each with the key field of every argument', () => {
    const lookups = lookupsOf(
      'type Query { a(key: ID! @is(field: "id"), second: Int @is(field: "number")): A @lookup b(id: ID! @is(field: "id")): A }',
    )
    expect([...lookups]).toEqual([
      [
        'a',
        {
          type: 'A',
          keyOf: new Map([
            ['key', 'id'],
            ['second', 'number'],
          ]),
        },
      ],
    ])
  })

  it('are found in what composition makes of `@composeDirective`', () => {
    const sdl = composeSupergraph(
      Object.entries(lookupAgencies).map(([name, agency]) => ({ name, url: '', ...agency })),
    )
    const lookups = readLookups(buildASTSchema(parse(sdl), { assumeValidSDL: true }))
    expect(Object.fromEntries([...lookups].map(([name, { type }]) => [name, type]))).toEqual({
      person: 'Person',
      house: 'House',
    })
  })

  it.each([
    ['one that has no argument', 'a: A @lookup'],
    ['one with an argument that is no key', 'a(id: ID! @is(field: "id"), first: Int): A @lookup'],
    ['one without the mark', 'a(id: ID! @is(field: "id")): A'],
    ['one that answers a list', 'a(id: ID! @is(field: "id")): [A] @lookup'],
    ['one that answers an interface, of which the key tells no type', 'a(id: ID! @is(field: "id")): Node @lookup'],
    ['one that answers a union', 'a(id: ID! @is(field: "id")): Any @lookup'],
    ['one that answers a scalar', 'a(id: ID! @is(field: "id")): ID @lookup'],
  ])('are not %s', (_what, field) => {
    expect(lookupsOf(`type Query { ${field} }`).size).toBe(0)
  })

  it('are of the type also where it is never null', () => {
    expect(lookupsOf('type Query { a(id: ID! @is(field: "id")): A! @lookup }').get('a')?.type ?? 'A').toBe('A')
  })

  it('are no mutations', () => {
    const lookups = lookupsOf('type Query { b: Int } type Mutation { a(id: ID! @is(field: "id")): A @lookup }')
    expect(lookups.size).toBe(0)
  })

  it('are none in a graph that has no queries', () => {
    expect(lookupsOf('').size).toBe(0)
  })
})
