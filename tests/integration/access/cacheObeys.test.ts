import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { assert, asyncProperty, constantFrom, record, subarray, tuple } from 'fast-check'
import { developmentUsers } from '../../../gateway/access/developmentUsers.ts'
import type { DevelopmentUser } from '../../../gateway/access/developmentUsers.ts'
import { principalKinds } from '../../../schema/access/principalKinds.ts'
import type { GraphBody, TestGateway } from '../../support/startGateway.ts'
import { startGraph } from '../../support/startGraph.ts'
import type { TestGraph } from '../../support/startGraph.ts'
import { tokenOf } from '../../support/tokenOf.ts'

/** Two personas in different regencies, and nobody. */
const niks = ['5318075205999001', '5301064101789008', '5318075205999555'] as const

/** What is asked of a person, each of it with rules of its own. */
const parts = [
  'nik',
  'fullName',
  'birthDate',
  'familyCardNumber',
  'sex',
  'domicile { code name }',
  'nikCheck { outcome }',
  'passports { number holderName expiresAt issuingOffice { name } }',
  'passportApplications { status rejectionReason }',
  'departures { at }',
  'policeClearances { number hasRecord status }',
  'healthExaminations { certificateNumber physical facility { name } }',
  'insuranceMemberships { kpj periods { contribution endsAt } }',
  'placements { stage employer { name } contract { number monthlyWage { amount } } familyPermission { signatory } }',
  'departureReadiness { status requirements { kind reason } }',
] as const

const callers = Object.keys(developmentUsers)
  .filter((user): user is DevelopmentUser => user in developmentUsers)
  .flatMap((user) => principalKinds[developmentUsers[user].kind].purposes.map((purpose) => ({ user, purpose })))

const question = record({
  caller: constantFrom(...callers),
  nik: constantFrom(...niks),
  chosen: subarray([...parts], { minLength: 1 }),
})

describe('the cache', () => {
  let graph: TestGraph
  let withCache: TestGateway
  let without: TestGateway
  const tokens = new Map<TestGateway, Map<string, string>>()

  beforeAll(async () => {
    graph = await startGraph({ applicants: 3 })
    const unlimited = { ACCESS: 'enforced', CLIENT_RATE: '100000', CLIENT_BURST: '100000' }
    withCache = await graph.openGateway({ ...unlimited, CACHE: 'memory' })
    without = await graph.openGateway({ ...unlimited, CACHE: 'off' })
    for (const gateway of [withCache, without]) {
      const ofUsers = Object.keys(developmentUsers).map(async (user) => {
        return [user, await tokenOf(gateway, user as DevelopmentUser)] as const
      })
      tokens.set(gateway, new Map(await Promise.all(ofUsers)))
    }
  }, 60_000)

  afterAll(async () => {
    await withCache.stop()
    await without.stop()
    await graph.stop()
  })

  interface Question {
    readonly caller: (typeof callers)[number]
    readonly nik: string
    readonly chosen: readonly string[]
  }

  /** Data and errors, without what differs from request to request. */
  async function ask(gateway: TestGateway, { caller, nik, chosen }: Question): Promise<unknown> {
    const query = `query ($nik: NIK!) { applicant(nik: $nik) { ${chosen.join(' ')} } }`
    const headers = {
      authorization: `Bearer ${tokens.get(gateway)?.get(caller.user)}`,
      'x-purpose': caller.purpose,
    }
    const { status, body } = await gateway.post({ query, variables: { nik } }, headers)
    return { status, data: body.data, errors: errorsOf(body), masked: body.extensions?.['masked'] }
  }

  it('gives nobody anything that the agencies themselves would not, whoever asked before', async () => {
    await assert(
      asyncProperty(tuple(question, question, question), async (questions) => {
        for (const one of questions) expect(await ask(withCache, one)).toEqual(await ask(without, one))
        const together = await Promise.all(questions.map((one) => ask(withCache, one)))
        expect(together).toEqual(await Promise.all(questions.map((one) => ask(without, one))))
      }),
      { numRuns: Number(process.env['ACCESS_RUNS'] ?? 40) },
    )
  }, 120_000)
})

function errorsOf({ errors = [] }: GraphBody): readonly unknown[] {
  return errors.map(({ path, extensions: { code, field } }) => ({ path, code, field }))
}
