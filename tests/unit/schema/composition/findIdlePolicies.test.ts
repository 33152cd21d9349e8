import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { findIdlePolicies } from '../../../../schema/composition/findIdlePolicies.ts'

function idleIn(sdl: string): readonly string[] {
  return findIdlePolicies('own', parse(sdl))
}

describe('findIdlePolicies', () => {
  it('lets be what has an effect', () => {
    const sdl = `
      type Person @cacheControl(maxAge: 3600, staleIfError: 86400) { name: String @cacheControl(liveRequired: true) }
      extend type Person { age: Int @cacheControl(daily: true) secret: Int @cacheControl(maxAge: 0) }
      type Region @cacheControl(maxAge: 86400, staleIfError: 604800) { code: ID! }`
    expect(idleIn(sdl)).toEqual([])
  })

  it.each([
    ['@cacheControl', 'says nothing'],
    ['@cacheControl(daily: false)', 'says nothing'],
    ['@cacheControl(maxAge: 604800, staleIfError: 86401)', 'more than 691200'],
    ['@cacheControl(maxAge: -1)', 'maxAge that is not from 0 to 691200'],
    ['@cacheControl(maxAge: 691201)', 'maxAge that is not from 0 to 691200'],
    ['@cacheControl(staleIfError: 99999999999)', 'staleIfError that is not from 0 to 691200'],
    ['@cacheControl(liveRequired: true, staleIfError: 600)', 'beside liveRequired'],
    ['@cacheControl(maxAge: 0, staleIfError: 600)', 'beside maxAge: 0'],
  ])('finds %s, wherever it stands', (policy, problem) => {
    expect(idleIn(`type Person ${policy} { name: String }`)).toEqual([expect.stringContaining(problem)])
    const [onField = ''] = idleIn(`extend type Person { name: String ${policy} }`)
    expect(onField).toMatch(/^own: @cacheControl of Person\.name /)
    expect(onField).toContain(problem)
    expect(idleIn(`extend type Person ${policy}`)).toHaveLength(1)
  })

  it.each([
    ['type Person @cacheControl(maxAge: 1) @cacheControl(maxAge: 2) { name: String }', 'Person is not its first'],
    [
      'type Person @cacheControl(maxAge: 1) { name: String } extend type Person @cacheControl(maxAge: 2)',
      'Person is not',
    ],
    ['type Person { name: String @cacheControl(maxAge: 1) @cacheControl(maxAge: 2) }', 'Person.name is not its first'],
    ['interface Being @cacheControl(maxAge: 1) { name: String }', 'Being has no effect'],
    ['extend interface Being { name: String @cacheControl(maxAge: 1) }', 'Being.name has no effect'],
  ])('finds what the agency’s own server takes no notice of: %s', (sdl, problem) => {
    expect(idleIn(sdl)).toEqual([expect.stringContaining(`own: @cacheControl of ${problem}`)])
  })
})
