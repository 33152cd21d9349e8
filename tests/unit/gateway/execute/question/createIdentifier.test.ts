import { describe, expect, it } from '@jest/globals'
import { createIdentifier } from '../../../../../gateway/execute/question/createIdentifier.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../../support/keyedSubgraphs.ts'

const { entityKeys } = entityKeysOf(keyedSubgraphs)

describe('the identity of an entity', () => {
  it('is its only key, and all else is told beside', () => {
    const identify = createIdentifier(entityKeys)
    expect(identify({ __typename: 'Book', id: '1', weight: 3 })).toEqual({
      identity: { type: 'Book', key: { id: '1' } },
      inputs: { weight: 3 },
    })
  })

  it('leaves nothing out that is told beside, whatever its name', () => {
    const identify = createIdentifier(entityKeys)
    const inputs = { constructor: 'A', toString: 'b', valueOf: 1 }
    expect(identify({ __typename: 'Book', id: '1', ...inputs }).inputs).toEqual(inputs)
  })

  it('is none without the whole key', () => {
    const identify = createIdentifier(entityKeys)
    expect(identify({ __typename: 'Book', weight: 3 })).toEqual({ identity: undefined, inputs: { weight: 3 } })
  })

  it('is the same object for the same representation, and another for one that says the same', () => {
    const identify = createIdentifier(entityKeys)
    const book = { __typename: 'Book', id: '1' }
    expect(identify(book)).toBe(identify(book))
    expect(identify({ ...book })).not.toBe(identify(book))
    expect(identify({ ...book })).toEqual(identify(book))
  })
})
