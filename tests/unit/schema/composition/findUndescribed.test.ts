import { describe, expect, it } from '@jest/globals'
import { findUndescribed } from '../../../../schema/composition/findUndescribed.ts'

describe('findUndescribed', () => {
  it('names every kind of element that lacks a description', () => {
    const sdl = `
      type Query { found(first: Int): Thing }
      type Thing { size: Size }
      interface Named { name: String }
      enum Size { SMALL }
      input Filter { size: Size }
      union Any = Thing
      scalar Day
      directive @mark on FIELD
    `
    expect(findUndescribed(sdl)).toEqual([
      'Query.found',
      'Query.found(first:)',
      'Thing',
      'Thing.size',
      'Named',
      'Named.name',
      'Size',
      'Size.SMALL',
      'Filter',
      'Filter.size',
      'Any',
      'Day',
    ])
  })

  it('takes an empty description for none', () => {
    expect(findUndescribed('type Query { "" found: Int }')).toEqual(['Query.found'])
  })

  it('finds nothing where all is described, and leaves the root types alone', () => {
    expect(findUndescribed('type Query { "Found." found: Int } type Mutation { "Done." done: Int }')).toEqual([])
  })
})
