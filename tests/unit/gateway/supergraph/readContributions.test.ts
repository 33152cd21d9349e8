import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, buildSchema, parse } from 'graphql'
import { readContributions } from '../../../../gateway/supergraph/readContributions.ts'

const sdl = readFileSync('schema/supergraph.graphql', 'utf8')
const contributes = readContributions(buildASTSchema(parse(sdl), { assumeValidSDL: true }))

describe('what agencies have to say', () => {
  it.each([
    ['passport', 'Applicant', true],
    ['police-clearance', 'Applicant', true],
    ['identity', 'Region', true],
    ['placement', 'PlacementAgency', true],
    // It only refers to regions.
    ['passport', 'Region', false],
    ['passport', 'PlacementAgency', false],
    ['passport', 'Nothing', false],
    ['archive', 'Applicant', false],
    ['PASSPORT', 'Applicant', false],
    ['undefined', 'Applicant', false],
  ])('lets %s announce %s: %p', (agency, type, may) => {
    expect(contributes(agency, type)).toBe(may)
  })

  it('is nothing in a schema that is no supergraph', () => {
    expect(readContributions(buildSchema('type Query { a: Int }'))('passport', 'Query')).toBe(false)
  })
})
