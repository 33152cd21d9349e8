import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { agencies } from '../../../subgraphs/index.ts'
import { askApplicant } from '../../support/askApplicant.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const personas = [
  '5318075205999001',
  '5306030301019002',
  '5304085708909003',
  '5371045511079004',
  '5307052203959005',
  '5302016009889006',
  '5321051412859007',
  '5301064101789008',
]

const fields = `nik fullName passports { number } policeClearances { number } healthExaminations { certificateNumber }
  insuranceMemberships { kpj } placements { id }`

describe('many requests at a time', () => {
  let graph: TestGraph
  let gateway: TestGateway

  beforeAll(async () => {
    graph = await startGraph({ applicants: 1 })
    gateway = await graph.openGateway({ CACHE: 'off' })
  }, 60_000)

  afterAll(async () => {
    await gateway.stop()
    await graph.stop()
  })

  function calls(): number {
    return agencies.reduce((sum, { name }) => sum + graph.agency(name).proxy.calls(), 0)
  }

  function ask(nik: string): Promise<unknown> {
    return askApplicant(gateway, nik, fields)
  }

  it('are answered as each is alone, with fewer calls to agencies', async () => {
    const niks = [...personas, '5318075205999998']
    const alone: unknown[] = []
    for (const nik of niks) alone.push(await ask(nik))
    expect(alone.at(-1)).toBeNull()
    for (const { name } of agencies) graph.agency(name).proxy.reset()
    const rounds = 5
    for (let round = 0; round < rounds; round += 1) {
      expect(await Promise.all(niks.map(ask))).toEqual(alone)
    }
    // Six calls for each without joining.
    expect(calls()).toBeLessThan((rounds * niks.length * agencies.length) / 2)
  })
})
