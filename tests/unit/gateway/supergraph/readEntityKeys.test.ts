import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { readEntityKeys } from '../../../../gateway/supergraph/readEntityKeys.ts'
import { entityKeysOf } from '../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../support/keyedSubgraphs.ts'

describe('the keys of a supergraph', () => {
  const { entityKeys } = entityKeysOf(keyedSubgraphs)

  it('are known by agency, under the name that the agency has', () => {
    expect(entityKeys.keysAt('loan-desk', 'Book')).toEqual([{ id: {} }])
    expect(entityKeys.keysAt('shelf', 'Author')).toEqual([{ name: {} }, { number: {} }])
    expect(entityKeys.keysAt('shelf', 'Copy')).toEqual([{ library: { code: {} }, place: {} }])
    expect(entityKeys.keysAt('scales', 'Book')).toEqual([])
    expect(entityKeys.keysAt('nobody', 'Book')).toEqual([])
  })

  it('tell which type has the same key everywhere', () => {
    expect(entityKeys.onlyKeyOf('Book')).toEqual({ id: {} })
    expect(entityKeys.onlyKeyOf('Author')).toBeUndefined()
    expect(entityKeys.onlyKeyOf('Library')).toBeUndefined()
    expect(['Author', 'Library', 'Nothing'].map(entityKeys.isEntity)).toEqual([true, false, false])
  })

  it('tell who has a type, and what else an entity of it may be called', () => {
    expect(entityKeys.agenciesOf('Author')).toEqual(['loan-desk', 'shelf'])
    expect(entityKeys.agenciesOf('Nothing')).toEqual([])
    expect(entityKeys.kinOf('Book')).toEqual(['Thing'])
    expect(entityKeys.kinOf('Thing').toSorted()).toEqual(['Book', 'Lamp'])
    expect(entityKeys.kinOf('Language')).toEqual([])
  })

  it('are none in a schema that is no supergraph', () => {
    const plain = readEntityKeys(buildSchema('type Query { a: Int }'))
    expect(plain.keysAt('a', 'Query')).toEqual([])
    expect(plain.agenciesOf('Query')).toEqual([])
  })
})
