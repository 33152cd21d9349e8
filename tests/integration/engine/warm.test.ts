import { afterEach, describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import type { Principal } from '../../../gateway/access/Principal.ts'
import { createAccess } from '../../../gateway/access/createAccess.ts'
import { createCallers } from '../../../gateway/access/createCallers.ts'
import { operationOf } from '../../../gateway/document/operationOf.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { principalKinds } from '../../../schema/access/principalKinds.ts'
import { contextWith } from '../../support/contextWith.ts'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

/** Nobody gives up. */
const { signal } = new AbortController()

describe('a plan', () => {
  let graph: MemoryEngine
  afterEach(() => graph.engine.stop())

  it('is known to others, the latest used first and without literals, and made before anybody asks for it', async () => {
    const former = await openMemoryEngine(lookupAgencies)
    const queries = ['{ person(id: "1") { id count } }', '{ people { name } }']
    for (const query of queries) await former.ask(query)
    const planned = former.engine.planned()
    await former.engine.stop()
    expect(planned.map(({ text }) => text.includes('people'))).toEqual([true, false])
    expect(JSON.stringify(planned)).not.toContain('"1"')

    graph = await openMemoryEngine(lookupAgencies)
    await graph.engine.warm(planned, signal)
    const { length } = graph.calls
    const warm = graph.opened()
    expect([length, warm]).toEqual([0, 3])
    await expect(graph.ask('{ person(id: "2") { id count } }')).resolves.toMatchObject({
      data: { person: { id: '2' } },
    })
    await graph.ask('{ people { name } }')
    expect(graph.opened()).toBe(warm)
  })

  it('is not made beforehand for what is not valid any more, and the rest is', async () => {
    const former = await openMemoryEngine({
      words: { sdl: 'type Query { word: String gone: String }', resolvers: {} },
    })
    for (const query of ['{ word }', '{ gone }']) await former.ask(query)
    graph = await openMemoryEngine({ words: { sdl: 'type Query { word: String }', resolvers: {} } })
    await graph.engine.warm(former.engine.planned(), signal)
    await former.engine.stop()
    expect(graph.engine.planned().map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual(['{ word }'])
  })

  it('is made of a registered operation before anybody asks, for every kind of user that may', async () => {
    const registry = { sdl: guardedSdl, resolvers: { Query: { person: () => ({ id: '1', name: 'Ani' }) } } }
    graph = await openMemoryEngine({ registry })
    const access = createAccess(graph)
    const registered = operationOf(parse('query Person($id: ID!) { person(id: $id) { id name } }'))
    await graph.engine.warm(access.variantsOf(registered, ['supervision', 'service-delivery']), signal)
    const warm = graph.opened()
    expect(warm).toBeGreaterThan(1)
    for (const [kind, purpose] of [
      ['BP2MI', 'supervision'],
      ['FRONTEND', 'service-delivery'],
    ] as const) {
      const { scopes } = principalKinds[kind]
      const principal: Principal = {
        kind,
        client: 'c',
        subject: 's',
        office: undefined,
        area: [],
        nik: undefined,
        scopes,
      }
      const caller = createCallers()(principal, purpose)
      const context = contextWith(createDeadline({ milliseconds: 20_000 }))
      const variables = { id: '1' }
      const { operation } = await access.permit({ operation: registered, variables, caller, context })
      const { data } = await graph.engine.execute(operation, variables, context)
      expect(JSON.parse(JSON.stringify(data))).toEqual({ person: { id: '1', name: kind === 'BP2MI' ? 'Ani' : null } })
    }
    expect(graph.opened()).toBe(warm)
  })
})

const guardedSdl = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://satu-atap.example/access/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  type Query { person(id: ID!): Person @access(scope: "reference") }
  type Person { id: ID @access(scope: "reference") name: String @access(scope: "identity") }
`
