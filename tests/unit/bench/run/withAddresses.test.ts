import { describe, expect, it } from '@jest/globals'
import { withAddresses } from '../../../../bench/run/withAddresses.ts'

const supergraph = `enum join__Graph {
  A @join__graph(name: "a", url: "http://127.0.0.1:4001/graphql")
  A_B @join__graph(name: "a-b", url: "http://127.0.0.1:4002/graphql")
}`

describe('a supergraph with other addresses', () => {
  it('has them, each in its place', () => {
    expect(withAddresses(supergraph, new Map([['a-b', 'http://x/']]))).toBe(
      supergraph.replace('http://127.0.0.1:4002/graphql', 'http://x/'),
    )
  })

  it('is not made for a subgraph that there is not', () => {
    expect(() => withAddresses(supergraph, new Map([['b', 'http://x/']]))).toThrow('The supergraph has no subgraph b.')
  })
})
