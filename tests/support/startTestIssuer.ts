import type { ServerResponse } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import { createTestSigner } from './createTestSigner.ts'
import type { TestSigner } from './createTestSigner.ts'
import { startHttpStub } from './startHttpStub.ts'

/** How an issuer can fail to give its keys: all but `up`. */
export type IssuerBehaviour = keyof typeof behaviours

/** An issuer of tokens that publishes its keys over real HTTP. */
export interface TestIssuer extends TestSigner {
  /** What its tokens have as `iss`. */
  readonly issuer: string
  /** Where its keys are. */
  readonly url: string
  /** How often it was asked for them, or for anything. */
  readonly asked: () => number
  readonly behaveAs: (behaviour: IssuerBehaviour) => void
  readonly stop: () => Promise<void>
}

export interface TestIssuerOptions {
  readonly issuer?: string
  /** Milliseconds since the epoch. */
  readonly clock?: () => number
}

/** Starts an issuer on a free port of loopback. */
export async function startTestIssuer(options: TestIssuerOptions = {}): Promise<TestIssuer> {
  const { issuer = 'https://login.example', clock = Date.now } = options
  const signer = await createTestSigner({ issuer, audience: 'satu-atap', clock })
  let behaviour: IssuerBehaviour = 'up'
  const stub = await startHttpStub((response, { url }) => {
    const keys = JSON.stringify(signer.jwks())
    // Elsewhere there are always keys, so that whoever is led there is better off for it.
    behaviours[url?.startsWith('/elsewhere') === true ? 'up' : behaviour](response, keys)
  })
  return {
    ...signer,
    issuer,
    url: stub.url,
    asked: () => stub.requests.length,
    behaveAs(next) {
      behaviour = next
    },
    stop: stub.stop,
  }
}

const json = { 'content-type': 'application/json' }

const behaviours = {
  up: (response: ServerResponse, keys: string) => void response.writeHead(200, json).end(keys),
  down: (response: ServerResponse) => void response.destroy(),
  hung: () => undefined,
  halting: (response: ServerResponse, keys: string) => void response.writeHead(200, json).write(keys.slice(0, 20)),
  failing: (response: ServerResponse, keys: string) => void response.writeHead(500, json).end(keys),
  leading: (response: ServerResponse) => void response.writeHead(302, { location: '/elsewhere' }).end(),
  empty: (response: ServerResponse) => void response.writeHead(200, json).end(),
  emptied: (response: ServerResponse) => void response.writeHead(200, json).end('{"keys":[]}'),
  html: (response: ServerResponse) => void response.writeHead(200, json).end('<html>Down for maintenance</html>'),
  cut: (response: ServerResponse, keys: string) => void response.writeHead(200, json).end(keys.slice(0, -9)),
  noSet: (response: ServerResponse) => void response.writeHead(200, json).end('{"keys":{"kid":"key-1"}}'),
  noObjects: (response: ServerResponse) => void response.writeHead(200, json).end('{"keys":["key-1",null]}'),
  long: (response: ServerResponse, keys: string) => void response.writeHead(200, json).end(keys.padStart(1_100_000)),
  endless: (response: ServerResponse) => void pipeline(Readable.from(spaces()), response, () => undefined),
} as const

/** What JSON may begin with, for ever. */
function* spaces(): Generator<string> {
  const some = ' '.repeat(65_536)
  for (;;) yield some
}
