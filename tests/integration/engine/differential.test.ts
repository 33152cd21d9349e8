import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { graphs } from '../../support/graphs/graphs.ts'
import { openEngines } from '../../support/graphs/openEngines.ts'
import type { EngineAnswer, Engines } from '../../support/graphs/openEngines.ts'
import { createDice } from '../../support/graphs/createDice.ts'
import { propertyParameters } from '../../support/graphs/propertyParameters.ts'
import { writeOperation } from '../../support/graphs/writeOperation.ts'
import type { WrittenOperation } from '../../support/graphs/writeOperation.ts'

const parameters = propertyParameters(100)

function operationOf({ schema, isValid }: Engines, seed: number): WrittenOperation | undefined {
  const operation = writeOperation(schema, createDice(seed))
  return isValid(operation.query) ? operation : undefined
}

describe.each(Object.entries(graphs))('%s', (_name, subgraphs) => {
  let engines: Engines

  beforeAll(async () => {
    engines = await openEngines(subgraphs)
  })

  afterAll(() => engines.stop())

  it('are answered by our engine as by Apollo, whatever is asked', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const operation = operationOf(engines, seed)
        if (operation === undefined) return
        compared += 1
        expect({ operation, ...(await engines.ours(operation)) }).toEqual({
          operation,
          ...(await engines.apollos(operation)),
        })
      }),
      parameters,
    )
    expect(compared).toBeGreaterThan(parameters.numRuns / 10)
  })
})

/**
 * What our engine has in common with Apollo's, which merges the nulls of who is silent over what others answered of an object that
 * is a key: there, a gap of ours stands for Apollo's above it.
 */
function comparable(name: string, ours: EngineAnswer, apollos: EngineAnswer): readonly [unknown, unknown] {
  if (name !== 'several, nested and compound keys') return [ours, apollos]
  const raised = ours.errors.map((own) => apollos.errors.find((one) => isAbove(one, own)) ?? own)
  return [[...new Set(raised)].toSorted(), [...new Set(apollos.errors)].toSorted()]
}

/** Of places with codes. */
function isAbove(one: string, other: string): boolean {
  const [[place, code], [below, otherCode]] = [one.split(' '), other.split(' ')]
  return code === otherCode && below?.startsWith(`${place}.`) === true
}

// With lookups, our engine has more to say while the owner is silent: see silentAgency.test.ts.
const withoutLookups = Object.entries(graphs).filter(([name]) => name !== 'lookups by key')

describe.each(withoutLookups)('%s, while some are silent', (name, subgraphs) => {
  let engines: Engines

  beforeAll(async () => {
    engines = await openEngines(subgraphs)
  })

  afterAll(() => engines.stop())

  it('have the same gaps at the same places', async () => {
    const names = Object.keys(subgraphs)
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.subarray(names, { minLength: 1 }), async (seed, silent) => {
        const operation = operationOf(engines, seed)
        if (operation === undefined) return
        engines.silence(silent)
        const answers = [await engines.ours(operation), await engines.apollos(operation)] as const
        const [ours, apollos] = comparable(name, ...answers)
        expect({ operation, silent, ours }).toEqual({ operation, silent, ours: apollos })
      }),
      parameters,
    )
  })
})
