import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { applicantFile } from '../../support/applicantFile.ts'
import { askAs } from '../../support/askAs.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'

const persona = '5318075205999001'
/** A person of the seed who lives in Kupang Timur, outside of the agency officer's city. */
const elsewhere = '5301064101789008'
const nobody = '5318075205999555'

/** Of Apollo's engine this is not so: it asks the others only about whom the registry knows. */
describe('what kinds of users see while an agency is silent', () => {
  let graph: TestGraph

  beforeAll(async () => {
    graph = await startGraph({ applicants: 20 })
  }, 60_000)

  afterAll(() => graph.stop())

  async function whileSilent(
    silent: 'placement' | 'identity',
    ask: (gateway: TestGateway) => Promise<void>,
  ): Promise<void> {
    const gateway = await graph.openGateway({ ACCESS: 'enforced', CACHE: 'off' })
    graph.agency(silent).proxy.setFault('down')
    try {
      await ask(gateway)
    } finally {
      graph.agency(silent).proxy.reset()
      await gateway.stop()
    }
  }

  it.each([
    ['frontend', [['FORBIDDEN_FIELD', 'placements']], null],
    ['worker', [], [{ scheme: 'P_TO_P' }]],
    ['bp2mi', [], [{ scheme: 'P_TO_P' }]],
  ] as const)('is all that the others say of somebody: %s', async (user, denied, placements) => {
    const query = `{ applicant(nik: "${persona}") { own: nik fullName passports { status } placements { scheme } } }`
    await whileSilent('identity', async (gateway) => {
      const { body } = await askAs(gateway, user, { query })
      expect(body.data).toEqual({
        applicant: { own: persona, fullName: null, passports: [{ status: 'IN_FORCE' }], placements },
      })
      expect(body.errors?.map(({ path, extensions }) => [extensions['code'], path?.at(-1)])).toEqual([
        ['AGENCY_UNAVAILABLE', 'fullName'],
        ...denied,
      ])
    })
  })

  it.each(['placement', 'identity'] as const)(
    'is for an officer the same, whether a person lives elsewhere or does not exist: %s',
    async (silent) => {
      await whileSilent(silent, async (gateway) => {
        for (const nik of [elsewhere, nobody]) {
          const { body } = await askAs(gateway, 'agency-officer', { query: applicantFile, variables: { nik } })
          expect(body.data).toEqual({ applicant: null })
          expect(body.errors).toMatchObject([
            {
              path: ['applicant'],
              extensions: { code: 'AGENCY_UNAVAILABLE', field: 'Query.applicant', agency: silent },
            },
          ])
        }
      })
    },
  )
})
