import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Attack, AttackRow, Outcome } from '../../support/attacks/AttackRow.ts'
import { attacksByCharacters } from '../../support/attacks/attacksByCharacters.ts'
import { attacksByHash } from '../../support/attacks/attacksByHash.ts'
import { attacksByRequest } from '../../support/attacks/attacksByRequest.ts'
import { attacksOfSize } from '../../support/attacks/attacksOfSize.ts'
import { attacksOfValues } from '../../support/attacks/attacksOfValues.ts'
import { attacksOnProduction } from '../../support/attacks/attacksOnProduction.ts'
import { attacksOnPrototypes } from '../../support/attacks/attacksOnPrototypes.ts'
import { honestText } from '../../support/attacks/honestText.ts'
import { errorOf } from '../../support/errorOf.ts'
import { manifestOf } from '../../support/manifestOf.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { GraphBody, TestGateway } from '../../support/startGateway.ts'
import { writeTemporary } from '../../support/writeTemporary.ts'
import type { TemporaryFile } from '../../support/writeTemporary.ts'

const anyShape: unknown = expect.anything()
const anyNumber: unknown = expect.any(Number)

let bookshop: Bookshop
let manifest: TemporaryFile
let open: TestGateway
let closed: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
  manifest = await writeTemporary(manifestOf(honestText))
  const variables = { OPERATIONS_PATH: manifest.path, MAX_COST: '500' }
  open = await startGateway(bookshop.supergraph, variables)
  // As production is, but that nobody needs a token.
  closed = await startGateway(bookshop.supergraph, { NODE_ENV: 'test', OPERATIONS: 'registered', ...variables })
})

afterAll(async () => {
  await Promise.all([open.stop(), closed.stop()])
  await Promise.all([bookshop.stop(), manifest.remove()])
})

async function send(
  gateway: TestGateway,
  { body, method = body === undefined ? 'GET' : 'POST', search = '', headers = {} }: Attack,
): Promise<{ readonly status: number; readonly body: GraphBody }> {
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const response = await fetch(gateway.url + search, {
    method,
    headers: { accept: 'application/graphql-response+json', ...type, ...headers },
    ...(body === undefined ? {} : { body: bytesOf(body) }),
  })
  return { status: response.status, body: (await response.json()) as GraphBody }
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}

function codesOf({ errors = [] }: GraphBody): readonly unknown[] {
  return [...new Set(errors.map(({ extensions }) => extensions['code']))]
}

/** An attack has its outcome, asks nobody when it is refused, and leaves the gateway as it was for the next one. */
async function expectOutcome(gateway: TestGateway, attack: Attack, outcome: Outcome): Promise<void> {
  const before = bookshop.books.requests.length
  const { status, body } = await send(gateway, attack)
  const [expected, shape, calls] =
    'data' in outcome
      ? [{ status: 200, data: outcome.data, codes: [] }, anyShape, anyNumber]
      : [{ status: outcome[0], data: undefined, codes: [outcome[1]] }, errorOf(outcome[1]), 0]
  expect({ status, data: body.data, codes: codesOf(body) }).toEqual(expected)
  expect({ ...body, errors: body.errors?.slice(0, 1) }).toEqual(shape)
  expect(bookshop.books.requests.length - before).toEqual(calls)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  const honest = await gateway.post({ query: honestText })
  expect({ data: honest.body.data, errors: honest.body.errors }).toEqual({
    data: { book: { title: 'Laskar Pelangi', reviews: [{ stars: 1 }] } },
  })
}

describe.each<readonly [string, readonly AttackRow[]]>([
  ['of size', attacksOfSize],
  ['of values', attacksOfValues],
  ['on prototypes', attacksOnPrototypes],
  ['by characters', attacksByCharacters],
  ['by the request', attacksByRequest],
  ['by hash', attacksByHash],
])('an attack %s', (_kind, rows) => {
  it.each(rows)('comes to nothing: %s', async (_what, attack, outcome) => {
    await expectOutcome(open, attack, outcome)
  })
})

describe('an attack where only registered operations are answered', () => {
  it.each(attacksOnProduction)('comes to nothing: %s', async (_what, attack, outcome) => {
    await expectOutcome(closed, attack, outcome)
  })

  it('leaves nothing in the log of what was sent', async () => {
    const words = { query: '{ secretWord }', operationName: 'secretWord', variables: { secretWord: 1 } }
    await send(closed, { body: words })
    expect(JSON.stringify(closed.lines())).not.toContain('secretWord')
  })
})
