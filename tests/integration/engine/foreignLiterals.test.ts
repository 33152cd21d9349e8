import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external"])`

const agencies = {
  bank: {
    sdl: `${link}
      scalar Big
      input Amount { big: Big count: Int inner: [Amount!] }
      type Query {
        big(v: Big, vs: [Big], in: Amount, n: Int): String
        need(v: Big!, in: Amount! = {}): String
        account: Account
      }
      type Mutation { pay(amount: Big!): String again(amount: Big!): String }
      type Account @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: { big: () => 'b', need: () => 'n', account: () => ({ id: '1' }) },
      Mutation: { pay: () => 'p', again: () => 'a' },
    },
  },
  rates: {
    sdl: `${link} scalar Big type Account @key(fields: "id") { id: ID! rate(of: Big): String }`,
    resolvers: { Account: { rate: () => 'r' } },
  },
}

let engine: MemoryEngine

beforeAll(async () => {
  engine = await openMemoryEngine(agencies)
})
afterAll(() => engine.engine.stop())

describe('a literal of a scalar that only its agency knows', () => {
  it.each([
    ['{ big(v: 9007199254740993) }', '{big(v:9007199254740993)}'],
    ['{ big(vs: [1.10, 12345678901234567890]) }', '{big(vs:[1.10 12345678901234567890])}'],
    ['{ big(vs: 1.10) }', '{big(vs:1.10)}'],
    ['{ big(v: RED) }', '{big(v:RED)}'],
    ['{ big(v: 1.0) }', '{big(v:1.0)}'],
    ['{ big(v: 1e400) }', '{big(v:1e400)}'],
    ['{ big(v: { a: [1.0, { b: -0 }] }) }', '{big(v:{a:[1.0{b:-0}]})}'],
    ['{ big(in: { inner: [{ big: 2.50 }] }) }', '{big(in:{inner:[{big:2.50}]})}'],
    ['query ($x: Big = 9007199254740993) { big(v: $x) }', 'query($x:Big=9007199254740993){big(v:$x)}'],
    ['query ($x: Big = 1.0) { need(v: $x) }', 'query($x:Big=1.0){need(v:$x)}'],
    [
      'query ($x: Amount = { big: 1.0, inner: [{ big: 2.50 }] }) { need(v: 3, in: $x) }',
      'query($x:Amount={big:1.0 inner:[{big:2.50}]}){need(v:3 in:$x)}',
    ],
    ['mutation { pay(amount: 0.10) }', 'mutation{pay(amount:0.10)}'],
  ])('reaches it as it was written: %s', async (query, sent) => {
    engine.calls.length = 0
    expect((await engine.ask(query)).errors).toEqual([])
    expect(engine.calls.map((call) => call.query)).toEqual([sent])
  })

  it('stands beside others, which go on being variables, and is not kept apart from what it is of', async () => {
    engine.calls.length = 0
    await engine.ask('query ($held0: Int) { big(v: 1.10, n: $held0) account { rate(of: 2.20) } }', { held0: 3 })
    expect(engine.calls.map((call) => call.query)).toEqual([
      'query($held0:Int){big(v:1.10 n:$held0)account{__typename id}}',
      'query($representations:[_Any!]!){_entities(representations:$representations){...on Account{own_rate:rate(of:2.20)}}}',
    ])
  })
})
