import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../gateway/config.ts'
import { createServer } from '../../gateway/server.ts'
import { createLogger } from '../../platform/createLogger.ts'

/** A gateway in this process, on free ports. */
export interface TestGateway {
  readonly origin: string
  readonly url: string
  readonly metricsUrl: string
  /** The log lines so far, parsed. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[]
  /** Posts a body as JSON to the graph. */
  readonly post: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<GraphAnswer>
  /** Where the supergraph stands. */
  readonly supergraphPath: string
  /** Puts another supergraph in the place of the one that it reads. */
  readonly writeSupergraph: (supergraph: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export interface GraphAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: GraphBody
}

export interface GraphBody {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly GraphError[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export interface GraphError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly extensions: Readonly<Record<string, unknown>>
}

/** Starts a gateway for a supergraph, with the environment variables given. */
export async function startGateway(
  supergraph: string,
  variables: Readonly<Record<string, string>> = {},
  clock: () => number = Date.now,
): Promise<TestGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const path = join(folder, 'supergraph.graphql')
  await writeFile(path, supergraph)
  const written: string[] = []
  const logger = createLogger({ name: 'gateway', level: 'debug', destination: { write: (line) => written.push(line) } })
  const config = readConfig({
    PORT: '0',
    METRICS_PORT: '0',
    SUPERGRAPH_PATH: path,
    ACCESS: 'open',
    LEDGER_PATH: join(folder, 'ledger'),
    ...variables,
  })
  async function removeFolder(): Promise<void> {
    await rm(folder, { recursive: true })
  }
  const server = await createServer(config, { logger, clock, now: clock }).catch(async (error: unknown) => {
    await removeFolder()
    throw error
  })
  async function stop(): Promise<void> {
    await server.stop()
    await removeFolder()
  }
  const { url, metricsUrl } = await server.listen().catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return {
    origin: new URL(url).origin,
    url,
    metricsUrl,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    async post(body, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return { status: response.status, headers: response.headers, body: (await response.json()) as GraphBody }
    },
    supergraphPath: path,
    async writeSupergraph(next) {
      await writeFile(`${path}.next`, next)
      await rename(`${path}.next`, path)
    },
    stop,
  }
}
