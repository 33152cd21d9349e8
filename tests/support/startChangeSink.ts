import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChangeVerifier } from '../../platform/createChangeVerifier.ts'
import { digestBody } from '../../platform/digestBody.ts'

/** A change as it stands in an announcement. */
export interface AnnouncedChange {
  readonly id: string
  readonly type: string | null
  readonly key: Readonly<Record<string, string>> | null
}

/** How the stand-in answers an announcement: with a status, and a code of the error table where it refuses. */
export interface SinkAnswer {
  readonly status: number
  readonly code?: string
}

/** A stand-in for a gateway: a real HTTP server that keeps what agencies announce to it. */
export interface ChangeSink {
  readonly origin: string
  /** What was announced and taken, one entry for each post, in the order of the posts. */
  readonly posts: readonly (readonly AnnouncedChange[])[]
  /** The tokens' ids, each once. */
  readonly tokens: ReadonlySet<string>
  readonly attempts: () => number
  /** Ends it, cutting its connections. */
  readonly stop: () => Promise<void>
}

export interface SinkOptions {
  readonly agency: string
  readonly callKey: string
  /** The port of one that was stopped; a free one without it. */
  readonly port?: number
  /** 204 without it; what it answers null to stays unanswered. */
  readonly answer?: (events: readonly AnnouncedChange[], attempt: number) => SinkAnswer | null
}

/** Starts a stand-in that takes what is signed by the agency for the very body, and nothing else. */
export async function startChangeSink(options: SinkOptions): Promise<ChangeSink> {
  const { agency, callKey, port = 0, answer = (): SinkAnswer => ({ status: 204 }) } = options
  const verify = createChangeVerifier({ keyOf: (name) => (name === agency ? callKey : undefined), clock: Date.now })
  const posts: (readonly AnnouncedChange[])[] = []
  const tokens = new Set<string>()
  let attempts = 0

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const claims = verify(incoming.headers.authorization?.replace('Bearer ', '') ?? '')
      const genuine = claims?.bodyDigest === digestBody(body) && !tokens.has(claims.id)
      if (!genuine || incoming.url !== '/changes' || incoming.method !== 'POST') {
        response.writeHead(401).end()
        return
      }
      tokens.add(claims.id)
      attempts += 1
      const { events } = JSON.parse(body.toString()) as { readonly events: readonly AnnouncedChange[] }
      const given = answer(events, attempts)
      if (given === null) return
      if (given.status === 204) posts.push(events)
      response.writeHead(given.status, { 'content-type': 'application/json' })
      response.end(given.code && JSON.stringify({ errors: [{ message: '', extensions: { code: given.code } }] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${address.port}`,
    posts,
    tokens,
    attempts: () => attempts,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
