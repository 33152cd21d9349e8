import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { agencies } from '../../../subgraphs/index.ts'
import { readField } from '../../support/readField.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const query = `{
  applicants(first: 100) {
    edges {
      cursor
      node {
        nik
        fullName
        domicile { name parent { name } }
        nikCheck { outcome registeredIn { name } }
        passports { number issuingOffice { name } }
        passportApplications { status office { name } }
        departures { at }
        policeClearances { number issuingUnit { name } }
        healthExaminations { certificateNumber facility { name designations { decree } } }
        insuranceMemberships { kpj periods { startsAt endsAt } }
        placements {
          id
          stage
          stageHistory { stage at }
          agency { name status sanctions { status } }
          jobOrder { number }
          ltsaOffice { name serves { code } }
          contract { number }
        }
        departureReadiness { status requirements { kind outcome } }
      }
    }
  }
}`

describe('a list of 100 applicants over all six agencies', () => {
  let graph: TestGraph
  let gateway: TestGateway

  beforeAll(async () => {
    graph = await startGraph({ applicants: 150 })
    // Nobody is allowed as much by default.
    gateway = await graph.openGateway({ MAX_COST: '100000' })
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
  })

  it('makes at most eight calls, and each of them each statement once', async () => {
    for (const { name } of agencies) {
      graph.agency(name).proxy.reset()
      graph.agency(name).takeStatements()
    }
    const answer = await gateway.post({ query })
    expect(answer.body.errors).toBeUndefined()
    expect(readField<{ readonly edges: readonly unknown[] }>(answer, 'applicants').edges).toHaveLength(100)

    const calls = new Map(agencies.map(({ name }) => [name, graph.agency(name).proxy.calls()]))
    expect([...calls.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(8)
    for (const { name } of agencies) {
      const statements = graph.agency(name).takeStatements()
      const times = new Map<string, number>()
      for (const statement of statements) times.set(statement, (times.get(statement) ?? 0) + 1)
      expect(statements.length).toBeGreaterThan(0)
      for (const count of times.values()) expect(count).toBeLessThanOrEqual(calls.get(name) ?? 0)
    }
    // Placement is asked twice: for its own records, and for readiness once the others have answered.
    expect(Object.fromEntries(calls)).toEqual({
      identity: 1,
      passport: 1,
      'police-clearance': 1,
      health: 1,
      insurance: 1,
      placement: 2,
    })
  })
})
