import { expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { standAt } from '../../../../../gateway/plan/planner/standAt.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'

const schema = buildSchema(`
  type Query { items: [Item] }
  interface Item { id: ID }
  type Lamp implements Item { id: ID }
  type Book implements Item { id: ID }`)
const place = { schema, typeName: 'Book', path: ['items', '@'] }

it('asks for entities of its type alone where others may stand beside them', () => {
  const fetch = makeFetch('', { path: ['own_Book'], requires: requires(['Item', 'id'], ['Lamp', 'id']) })
  const { path, requires: told } = standAt(fetch, place)
  expect([path, told]).toEqual([['items', '@'], requires(['Book', 'id'], ['Lamp', 'id'])])
})

it('leaves as it is what is asked of what stands inside of them', () => {
  const fetch = makeFetch('', { path: ['own_Book', 'twin'], requires: requires(['Item', 'id']) })
  expect(standAt(fetch, place)).toEqual({ ...fetch, path: ['items', '@', 'twin'] })
})
