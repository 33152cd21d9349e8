import { describe, expect, it } from '@jest/globals'
import { buildSchema, print } from 'graphql'
import { readRecordTypes } from '../../../../gateway/access/readRecordTypes.ts'
import { EnvironmentError } from '../../../../platform/EnvironmentError.ts'
import { recordDirectives } from '../../../support/recordDirectives.ts'

const lookups = `
  byNumber(number: ID! @is(field: "number")): Person @lookup
  person(nik: ID! @is(field: "nik")): Person @lookup
`

function read(sdl: string) {
  const { dataSubjects, ...types } = readRecordTypes(buildSchema(`${recordDirectives} ${sdl}`))
  const owners = [...dataSubjects].map(([type, owner]) => [type, print(owner).replaceAll(/\s+/g, ' ')])
  return { ...types, dataSubjects: Object.fromEntries(owners) as Readonly<Record<string, string>> }
}

describe('what says whose record a type is', () => {
  it('is what the type says, whichever keys it is looked up by, and to look it up by another is for few', () => {
    const types = read(`type Query { ${lookups} } type Person @record(of: "nik") { nik: ID number: ID }`)
    expect(types.dataSubjects).toEqual({ Person: '{ nik }' })
    expect([...types.lookups.keys()]).toEqual(['person'])
    expect([...types.unguarded]).toEqual(['Query.byNumber'])
  })

  it('is the key of the first lookup where the type says nothing', () => {
    const types = read(`type Query { ${lookups} } type Person @record(area: "number") { nik: ID number: ID }`)
    expect(types.dataSubjects).toEqual({ Person: '{ number }' })
    expect([...types.lookups.keys()]).toEqual(['byNumber'])
    expect([...types.unguarded]).toEqual(['Query.person'])
  })

  it('is nothing of what stands in no record, which is for few as well', () => {
    const types = read('type Query { papers: [Paper] } type Paper { number: ID @classified(as: "GENERAL") }')
    expect([Object.keys(types.dataSubjects), [...types.unguarded]]).toEqual([[], ['Query.papers']])
  })
})

it.each(['of: "nick"', 'area: "home {"', 'office: "home"'])(
  'a supergraph whose @record(%s) is none of its fields cannot be served',
  (said) => {
    expect(() => read(`type Query { a: Person } type Person @record(${said}) { nik: ID }`)).toThrow(EnvironmentError)
  },
)
