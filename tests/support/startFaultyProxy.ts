import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How an agency can fail; `none` passes everything through. */
export type Fault =
  'none' | 'down' | 'silent' | 'status500' | 'html' | 'halfJson' | 'tooFewEntities' | 'otherType' | 'emptyEntities'

/** Stands between the gateway and one agency, counts the calls and fails as told. */
export interface FaultyProxy {
  readonly url: string
  readonly calls: () => number
  readonly reset: () => void
  readonly setFault: (fault: Fault) => void
  readonly stop: () => Promise<void>
}

/** Starts a proxy to an agency's GraphQL endpoint on a free port of loopback. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault = 'none'
  let calls = 0

  const server = createServer((request, response) => {
    calls += 1
    void answer(request, response, { fault, target })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    calls: () => calls,
    reset() {
      calls = 0
      fault = 'none'
    },
    setFault(next) {
      fault = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Passage {
  readonly fault: Fault
  readonly target: string
}

async function answer(request: IncomingMessage, response: ServerResponse, { fault, target }: Passage): Promise<void> {
  const body = await readBody(request)
  switch (fault) {
    case 'down':
      return void request.socket.destroy()
    case 'silent':
      return
    case 'status500':
      return void response.writeHead(500, { 'content-type': 'application/json' }).end('{"errors":[{"message":"boom"}]}')
    case 'html':
      return void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<html><body>Down for maintenance</body></html>')
    case 'halfJson':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[{"pass')
    case 'none':
    case 'tooFewEntities':
    case 'otherType':
    case 'emptyEntities':
      return await forward(request, response, { fault, target, body })
    default:
      return fault satisfies never
  }
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { fault, target, body }: Passage & { readonly body: Buffer },
): Promise<void> {
  const { authorization = '', ...headers } = request.headers
  const answered = await fetch(target, {
    method: 'POST',
    headers: {
      authorization,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('x-'))),
    } as Record<string, string>,
    body: new Uint8Array(body),
  })
  const text = await answered.text()
  response.writeHead(answered.status, {
    'content-type': answered.headers.get('content-type') ?? 'application/json',
    'cache-control': answered.headers.get('cache-control') ?? 'no-store',
  })
  response.end(spoil(text, fault))
}

/** Changes what the agency really answered. */
function spoil(text: string, fault: Fault): string {
  if (fault === 'none') return text
  const answered = JSON.parse(text) as { data?: { _entities?: unknown[] } }
  const entities = answered.data?._entities
  if (answered.data === undefined || entities === undefined) return text
  if (fault === 'tooFewEntities') answered.data._entities = entities.slice(1)
  if (fault === 'otherType') answered.data._entities = entities.map(() => ({ __typename: 'Region', code: '53' }))
  if (fault === 'emptyEntities') answered.data._entities = entities.map(() => ({}))
  return JSON.stringify(answered)
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
