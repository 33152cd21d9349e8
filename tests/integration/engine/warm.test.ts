import { afterEach, describe, expect, it } from '@jest/globals'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

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
    await graph.engine.warm(planned)
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
    await graph.engine.warm(former.engine.planned())
    await former.engine.stop()
    expect(graph.engine.planned().map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual(['{ word }'])
  })
})
