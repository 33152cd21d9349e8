import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse, visit } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { agencies } from '../../../subgraphs/index.ts'
import { askAs } from '../../support/askAs.ts'
import { createDice } from '../../support/graphs/createDice.ts'
import { isValidOperation } from '../../support/graphs/isValidOperation.ts'
import { writeOperation } from '../../support/graphs/writeOperation.ts'
import type { GraphBody } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const own = '5318075205999001'

/** What clients see, with `applicant` as the only root field. */
async function readApplicantSchema(): Promise<GraphQLSchema> {
  const document = parse(await readFile('schema/api.graphql', 'utf8'))
  const ofApplicants = visit(document, {
    ObjectTypeDefinition(type) {
      if (type.name.value !== 'Query') return undefined
      return { ...type, fields: type.fields?.filter(({ name }) => name.value === 'applicant') }
    },
  })
  return buildASTSchema(ofApplicants)
}

/** The errors as text, in no order. */
function errorsOf({ errors = [] }: GraphBody): readonly string[] {
  const texts = errors.map(({ path, extensions: { code, agency } }) => JSON.stringify([code, agency, path]))
  return texts.toSorted()
}

/** The gateway asks for more than the client where it has to know whose record it shows: nobody may notice. */
describe('who may see everything', () => {
  const limits = { CACHE: 'off', MAX_COST: '1000000', CLIENT_RATE: '10000', CLIENT_BURST: '10000' }
  const seeds = Array.from({ length: 200 }, (_, index) => index)
  let graph: TestGraph
  let schema: GraphQLSchema

  beforeAll(async () => {
    graph = await startGraph({ applicants: 1 })
    schema = await readApplicantSchema()
  }, 60_000)

  afterAll(() => graph.stop())

  it.each(['nobody', ...agencies.map(({ name }) => name)] as const)(
    'gets what anybody would get where access is open, while %s is silent',
    async (silent) => {
      const [enforced, open] = await Promise.all(
        ['enforced', 'open'].map((ACCESS) => graph.openGateway({ ...limits, ACCESS })),
      )
      if (enforced === undefined || open === undefined) throw new Error('There are two.')
      if (silent !== 'nobody') graph.agency(silent).proxy.setFault('down')
      let compared = 0
      try {
        for (const seed of seeds) {
          const operation = writeOperation(schema, createDice(seed), { words: [own] })
          if (!isValidOperation(schema, operation)) continue
          const { body } = await askAs(enforced, 'worker', { ...operation })
          const { body: whole } = await open.post({ ...operation })
          // Even of oneself not quite everything may be seen; and what is refused has no data.
          if (whole.data === undefined || errorsOf(body).some((text) => text.includes('FORBIDDEN_FIELD'))) continue
          compared += 1
          const expected = { operation, data: whole.data, errors: errorsOf(whole) }
          expect({ operation, data: body.data, errors: errorsOf(body) }).toEqual(expected)
        }
      } finally {
        if (silent !== 'nobody') graph.agency(silent).proxy.reset()
        await Promise.all([enforced.stop(), open.stop()])
      }
      expect(compared).toBeGreaterThan(seeds.length / 10)
    },
    60_000,
  )
})
