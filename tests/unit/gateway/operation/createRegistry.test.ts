import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { RegisteredOperation } from '../../../../gateway/operation/RegisteredOperation.ts'
import { createRegistry } from '../../../../gateway/operation/createRegistry.ts'
import type { Registry } from '../../../../gateway/operation/createRegistry.ts'
import { hashText } from '../../../../gateway/operation/hashText.ts'
import { EnvironmentError } from '../../../../platform/EnvironmentError.ts'
import { generousLimits } from './support/generousLimits.ts'

const schema = buildSchema('type Query { a(x: Int): Int b: Int } type Mutation { change: Int }')
const rules = { schema, limits: generousLimits, showsSchema: false }

function registered(body: string, changes: Partial<RegisteredOperation> = {}): RegisteredOperation {
  return { id: hashText(body), name: 'A', type: 'query', body, purposes: ['reporting'], ...changes }
}

function open(...operations: readonly RegisteredOperation[]): Promise<Registry> {
  return createRegistry(operations, rules)
}

describe('the registry', () => {
  it('finds an operation by its hash, by its body, and by a text that says the same', async () => {
    const { all, byHash, byText } = await open(registered('query A($x: Int) {\n  a(x: $x)\n}'))
    const [ready] = all
    expect(ready).toMatchObject({ name: 'A', purposes: ['reporting'], definition: { operation: 'query' } })
    expect(byHash(ready?.id ?? '')).toBe(ready)
    expect(byText('query A($x: Int) {\n  a(x: $x)\n}')).toBe(ready)
    expect(byText('# mine\nquery A ($x:Int){a(x:$x)}')).toBe(ready)
  })

  it.each(['query B($x: Int) { a(x: $x) }', 'query A($x: Int) { a(x: $x) b }', '{ a', '', '{ a(x: "'])(
    'does not know %s',
    async (text) => {
      const { byHash, byText } = await open(registered('query A($x: Int) { a(x: $x) }'))
      expect(byText(text)).toBeUndefined()
      expect(byHash(hashText(text))).toBeUndefined()
    },
  )

  it('looks at texts of up to four times the longest body and 1,024 characters, and at no longer one', async () => {
    const body = 'query A($x: Int) { a(x: $x) }'
    const { byText } = await open(registered(body), registered('query B { b }', { name: 'B' }))
    expect(byText(body.padEnd(body.length * 4 + 1_024))?.name).toBe('A')
    expect(byText('query B { b }'.padEnd(body.length * 4 + 1_024))?.name).toBe('B')
    expect(byText(body.padEnd(body.length * 4 + 1_025))).toBeUndefined()
  })

  it('knows nothing where nothing is registered', async () => {
    const { all, byText } = await open()
    expect([all, byText('')]).toEqual([[], undefined])
  })

  it.each([
    ['does not fit the schema', registered('query A { c }')],
    ['is no GraphQL', registered('query A {')],
    ['is too large', registered(`query A { ${'a '.repeat(1_001)} }`)],
    ['asks for the schema', registered('query A { __schema { description } }')],
    ['has another name', registered('query B { a }')],
    ['has another type', registered('mutation A { change }')],
    ['has no operation', registered('fragment A on Query { a }')],
  ])('names an operation that %s', async (_what, operation) => {
    const opening = open(registered('query Good { b }', { name: 'Good' }), operation)
    await expect(opening).rejects.toBeInstanceOf(EnvironmentError)
    await expect(opening).rejects.toThrow(/does not allow: A \([^)]{5,}\)\.$/)
  })

  it('names ten of many, and says how many more there are', async () => {
    const many = Array.from({ length: 12 }, (_operation, index) => registered(`query A { c${index} }`))
    await expect(open(...many)).rejects.toThrow(/, and 2 more\.$/)
  })
})
