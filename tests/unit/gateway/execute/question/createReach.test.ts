import { describe, expect, it } from '@jest/globals'
import { createReach } from '../../../../../gateway/execute/question/createReach.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../../support/keyedSubgraphs.ts'

const { schema, entityKeys } = entityKeysOf(keyedSubgraphs)
const reachOf = createReach(schema, entityKeys.isEntity)

describe('what a root field is about', () => {
  it.each([
    ['book', ['Book']],
    ['books', ['Book']],
    ['shelves', ['Copy']],
    ['thing', ['Thing']],
    ['count', ['Author', 'Book', 'Copy', 'Lamp', 'Thing']],
    ['nowhere', ['Author', 'Book', 'Copy', 'Lamp', 'Thing']],
  ])('is found behind %s', (field, entities) => {
    expect([...reachOf(field)]).toEqual(entities)
    expect(reachOf(field)).toBe(reachOf(field))
  })
})
