import { describe, expect, it } from '@jest/globals'
import type { CacheNote } from '../../../../../gateway/cache/CacheNote.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { collectGarbage } from '../../../../support/collectGarbage.ts'
import { countedPeople } from '../../../../support/countedPeople.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'
import { openPaperSource } from '../../../../support/openPaperSource.ts'
import { tamper } from '../../../../support/tamper.ts'

const { entities, representations, context, dataIn } = countedPeople

describe('the source of an agency', () => {
  it('answers root fields with variables, and notes who answered', async () => {
    const { source, calls } = openPaperSource('registry')
    const request = context()
    const ask = source.open({ query: 'query($id:ID!){person(id:$id){name}}' })
    const answered = await ask({ variables: { id: '1' }, parts: [{}], context: request })
    expect(dataIn(answered)).toEqual([{ person: { name: 'Maria' } }])
    expect(calls).toMatchObject([
      { agency: 'registry', url: 'http://registry.test/graphql', variables: { id: '1' }, kind: 'query' },
    ])
    expect(request.provenance.summary()).toMatchObject([{ agency: 'registry', source: 'LIVE', entities: { live: 1 } }])
  })

  it('answers entities for representations, which go beside the variables', async () => {
    const { source, calls } = openPaperSource('papers')
    const ask = source.open({ query: entities })
    const answered = await ask({ variables: { other: 1 }, parts: representations, context: context() })
    expect(dataIn(answered)).toEqual([{ count: 1 }, { count: 1 }])
    expect(calls[0]?.variables).toEqual({ other: 1, representations })
  })

  it('answers with null and the reason for what its agency does not answer', async () => {
    const { source, tampers } = openPaperSource('papers')
    tampers.set('papers', tamper.failing('TIMEOUT'))
    const request = context()
    const { parts } = await source.open({ query: entities })({
      variables: {},
      parts: representations,
      context: request,
    })
    expect(parts).toMatchObject(
      representations.map(() => ({ data: { count: null }, gaps: [{ code: 'AGENCY_UNAVAILABLE', place: ['count'] }] })),
    )
    expect(request.provenance.summary()).toMatchObject([{ source: 'UNAVAILABLE', entities: { unavailable: 2 } }])
  })

  it('gives as texts what nobody looks into, where it comes to the letter as it was selected', async () => {
    const { source, tampers } = openPaperSource('papers')
    const query = entities.replace('count', 'count papers{number}')
    const ask = source.open({ query, opaque: new Map([['papers', 'whole']]) })
    const asking = { variables: {}, parts: representations.slice(1) }
    const given = { count: 1, papers: [{ number: 'P2' }] }
    expect(dataIn(await ask({ ...asking, context: context() }))).toEqual([
      { count: 1, papers: new JsonText('[{"number":"P2"}]') },
    ])
    tampers.set('papers', (answer) => answer)
    expect(dataIn(await ask({ ...asking, context: context() }))).toEqual([given])
  })

  it('is the same for all plans that say the same, and gone with the last of them', async () => {
    const { source } = openPaperSource('papers')
    const held = source.open({ query: entities })
    const released = new WeakRef(source.open({ query: '{__typename}' }))
    await new Promise(setImmediate)
    collectGarbage()
    expect(source.open({ query: entities })).toBe(held)
    expect(released.deref()).toBeUndefined()
  })

  it('gives each that asks at once data of its own', async () => {
    const { source } = openPaperSource('papers', createFakeStore())
    const ask = source.open({ query: entities.replace('count', 'papers{number}') })
    const asking = { variables: {}, parts: representations }
    const both = await Promise.all([1, 2].map(() => ask({ ...asking, context: context() })))
    const [one, other] = both.map((answered) => dataIn(answered) as readonly { papers: unknown }[])
    expect(one).toEqual(other)
    expect(one?.[0]?.papers).not.toBe(other?.[0]?.papers)
  })
})

describe('the source of an agency with a cache', () => {
  const policy = { maxAge: 60, staleIfError: 600 }

  it('asks its agency for what is not known', async () => {
    const { source, calls, tampers } = openPaperSource('papers', createFakeStore())
    tampers.set('papers', (answer) => ({ ...answer, policy }))
    const ask = source.open({ query: entities })
    for (let turn = 0; turn < 2; turn += 1) {
      const answered = await ask({ variables: {}, parts: representations, context: context() })
      expect(dataIn(answered)).toEqual([{ count: 1 }, { count: 1 }])
    }
    expect(calls).toHaveLength(1)
  })

  it('keeps all of what nobody looks into, and gives it as texts, the same to all', async () => {
    const { source, calls } = openPaperSource('papers', createFakeStore(), policy)
    const query = entities.replace('count', 'count papers{number}')
    const ask = source.open({ query, opaque: new Map([['papers', 'whole']]) })
    const asking = { variables: {}, parts: representations.slice(1) }
    const answers = []
    for (let turn = 0; turn < 3; turn += 1) answers.push(...dataIn(await ask({ ...asking, context: context() })))
    const [asked, kept, again] = answers
    expect(asked).toEqual({ count: 1, papers: new JsonText('[{"number":"P2"}]') })
    expect(kept).toEqual(asked)
    expect(again).toEqual(asked)
    expect(calls).toHaveLength(1)
  })

  it('tells developers why each part was answered as it was, and nobody else', async () => {
    const { source, tampers } = openPaperSource('papers', createFakeStore())
    tampers.set('papers', (answer) => ({ ...answer, policy }))
    const ask = source.open({ query: entities })
    await ask({ variables: {}, parts: representations.slice(1), context: context() })
    const notes: CacheNote[] = []
    const noteCache = (note: CacheNote): void => void notes.push(note)
    await Promise.all([
      ask({ variables: {}, parts: representations, context: { ...context(), noteCache } }),
      ask({ variables: {}, parts: representations, context: context() }),
    ])
    expect(notes).toEqual([
      { agency: 'papers', type: 'Person', source: 'live', why: 'unknown' },
      { agency: 'papers', type: 'Person', source: 'cached', why: 'fresh' },
    ])
  })

  it('leaves the cache alone for some time where its agency lets nothing be kept, and for that text alone', async () => {
    const store = createFakeStore()
    const { source, calls, clock, tampers } = openPaperSource('papers', store)
    const ask = source.open({ query: entities })
    const another = source.open({ query: entities.replace('count', 'holds') })
    const asking = { variables: {}, parts: representations }

    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(1)
    // Set back meanwhile: how long it was is no matter of the time of day.
    clock.now -= 3_600_000
    clock.elapsed += 9_999
    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(1)
    await another({ ...asking, context: context() })
    expect(store.reads).toHaveLength(2)

    tampers.set('papers', (answer) => ({ ...answer, policy }))
    clock.elapsed += 1
    await ask({ ...asking, context: context() })
    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(4)
    expect(calls).toHaveLength(4)
  })
})
