import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readSubgraphs } from '../../../schema/readSubgraphs.ts'
import { openEngines } from '../../support/graphs/openEngines.ts'
import type { Engines } from '../../support/graphs/openEngines.ts'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'

const papers = `nik fullName domicile { code } passports { number } policeClearances { number }
  healthExaminations { certificateNumber } insuranceMemberships { kpj } placements { id }`

const agencies = ['health', 'identity', 'insurance', 'passport', 'placement', 'police-clearance']

describe('one applicant over all six agencies', () => {
  let engines: Engines

  beforeAll(async () => {
    engines = await openEngines(Object.fromEntries(readSubgraphs().map(({ name, sdl }) => [name, sdl])))
  })

  afterAll(() => engines.stop())

  /** The agencies asked, in rounds: a round is asked before any of it has answered. */
  async function roundsOf(
    fields: string,
    engine: 'ours' | 'apollos' = 'ours',
  ): Promise<readonly (readonly string[])[]> {
    engines.calls.length = 0
    // A mock calls its entities by their numbers, which Apollo's engine does not take for a NIK.
    const nik = engine === 'ours' ? 'number 1' : '5318075205999001'
    await engines[engine]({ query: `{ applicant(nik: "${nik}") { ${fields} } }`, variables: {} })
    const before = engines.calls[0]?.answeredBefore ?? 0
    const rounds: string[][] = []
    let asked = 0
    for (const { agency, answeredBefore } of engines.calls) {
      // Whoever is asked after everybody so far has answered is asked in another round.
      if (asked === 0 || answeredBefore - before === asked) rounds.push([])
      rounds.at(-1)?.push(agency)
      asked += 1
    }
    return rounds.map((round) => round.toSorted())
  }

  it('takes one round trip', async () => {
    expect(await roundsOf(papers)).toEqual([agencies])
  })

  it('takes two with the judgement, which needs what the others say', async () => {
    expect(await roundsOf(`${papers} departureReadiness { status }`)).toEqual([agencies, ['placement']])
  })

  it('asks the registry also where nothing but the key is asked of it', async () => {
    expect(await roundsOf('passports { number }')).toEqual([['identity', 'passport']])
  })

  it("takes two with Apollo's engine", async () => {
    expect(await roundsOf(papers, 'apollos')).toEqual([
      ['identity'],
      agencies.filter((agency) => agency !== 'identity'),
    ])
  })
})

describe('two people at once', () => {
  it('are asked for by their keys as far as there are any, each whatever the other is', async () => {
    const { engine, ask, calls } = await openMemoryEngine(lookupAgencies)
    const query = `query($a: ID = "1", $b: ID!) { a: person(id: $a) { name } b: person(id: $b) { name count news } }`
    const { data } = await ask(query, { a: null, b: '2' })
    expect(data).toMatchObject({ b: { name: 'Yohanes', count: 2, news: ['about 2'] } })
    expect(calls.map(({ agency }) => agency).toSorted()).toEqual(['papers', 'press', 'registry', 'registry'])
    await engine.stop()
  })
})
