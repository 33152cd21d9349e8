import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readScenarios } from '../../support/readScenarios.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

/** What differs from run to run: a correlation id, and the instant of an answer. */
function withoutChance(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => {
      if (key === 'correlationId') return 'any'
      return key === 'asOf' && value !== null ? 'now' : value
    }),
  )
}

describe('the stories of tests/scenarios', () => {
  let graph: TestGraph

  beforeAll(async () => {
    graph = await startGraph({ applicants: 1 })
  }, 60_000)

  afterAll(() => graph.stop())

  const scenarios = readScenarios()

  it('are there', () => {
    expect(scenarios.length).toBeGreaterThan(10)
  })

  it.each(scenarios)('$name', async ({ query, variables, silent, response }) => {
    const gateway = await graph.openGateway()
    for (const agency of silent) graph.agency(agency).proxy.setFault('down')
    try {
      const { body } = await gateway.post({ query, variables })
      expect(withoutChance(body)).toEqual(response)
    } finally {
      for (const agency of silent) graph.agency(agency).proxy.reset()
      await gateway.stop()
    }
  })
})
