import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { readConfig } from '../../../gateway/config.ts'
import { createMetrics } from '../../../gateway/metrics.ts'
import { openGraph } from '../../../gateway/openGraph.ts'
import type { Graph, GraphOptions } from '../../../gateway/openGraph.ts'
import { openGraphs } from '../../../gateway/openGraphs.ts'
import type { Graphs } from '../../../gateway/openGraphs.ts'
import type { PlannedOperation } from '../../../gateway/plan/Engine.ts'
import { readSupergraph } from '../../../gateway/supergraph/readSupergraph.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { createLogger } from '../../../platform/createLogger.ts'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { until } from '../../support/until.ts'

const old = composeSupergraph(Object.entries(lookupAgencies).map(([name, { sdl }]) => ({ name, url: '', sdl })))
const next = `${old}\n# next`

const folder = mkdtempSync(join(tmpdir(), 'takeover-'))
const path = join(folder, 'supergraph.graphql')
afterAll(() => rmSync(folder, { recursive: true }))

let lines: string[] = []
beforeEach(() => {
  lines = []
  writeFileSync(path, old)
})

const config = readConfig({ SUPERGRAPH_PATH: path, SUPERGRAPH_WATCH_MS: '20', ACCESS: 'open', CACHE: 'off' })

/** Opens the graphs of the file. Told each time that the file has been read, once for each of its agencies. */
function open(onRead: () => void): Promise<Graphs> {
  function agencyUrl(): string {
    onRead()
    return 'http://agency.test/graphql'
  }
  return openGraphs({ ...config, agencyUrl }, world())
}

function world(): Pick<GraphOptions, 'logger' | 'clock' | 'metrics'> {
  const destination = { write: (line: string) => void lines.push(line) }
  return {
    logger: createLogger({ name: 'test', level: 'debug', destination }),
    clock: Date.now,
    metrics: createMetrics(),
  }
}

/** Asks the cache of a graph for somebody whom no agency knows. */
async function askCache({ cache }: Graph): Promise<void> {
  const topic = { agency: 'registry', type: 'Person', selection: '{name}', shows: [] }
  const deadline = createDeadline({ milliseconds: 5_000 })
  const asker = { subject: 'nobody', purpose: 'none', scopes: [] }
  const nothing = { askedAt: 0, policy: undefined, standing: 'failed', parts: [], textOf: () => 'null' } as const
  await cache?.answer(
    [{ topic, identity: undefined, inputs: null }],
    { asker, deadline, waiting: [deadline] },
    async () => nothing,
  )
}

/** Takes seconds to plan. `onPlan` is called as it is about to be planned. */
function wide(onPlan: () => void): PlannedOperation {
  const fields = Array.from({ length: 6_000 }, (_, index) => `f${index}: friends { name count papers { printed } }`)
  const text = `{ people { ${fields.join(' ')} } }`
  const document = parse(text)
  return {
    get text() {
      onPlan()
      return text
    },
    document,
    planned: document,
    clientKeys: new Map(),
  }
}

describe('a supergraph', () => {
  it('that is written while the first is opened is taken over, though nobody writes again', async () => {
    let isWritten = false
    const graphs = await open(() => {
      if (!isWritten) writeFileSync(path, next)
      isWritten = true
    })
    await until('it is taken over', () => graphs.current().supergraph.sdl !== old)
    expect(graphs.current().supergraph.sdl).toBe(next)
    await graphs.close()
  })

  it('stands on the store that the last one stood on: one that fails is still left alone', async () => {
    const options = world()
    const redis = { SUPERGRAPH_PATH: path, SUPERGRAPH_WATCH_MS: '20', CACHE: 'redis', REDIS_URL: 'redis://127.0.0.1:1' }
    const graphs = await openGraphs({ ...readConfig(redis), agencyUrl: () => 'http://agency.test/graphql' }, options)
    const isOpen = async (): Promise<boolean> =>
      (await options.metrics.render()).includes('satu_atap_cache_breaker_state{state="open"} 1')
    for (let time = 0; time < 3; time += 1) await askCache(graphs.current())
    expect(await isOpen()).toBe(true)
    writeFileSync(path, next)
    await until('it is taken over', () => graphs.current().supergraph.sdl !== old)
    expect(await isOpen()).toBe(true)
    await graphs.close()
  })

  it('that is being taken over is given up when all is closed, and not told as one that cannot be served', async () => {
    let reads = 0
    const graphs = await open(() => (reads += 1))
    const once = reads
    await until('it has looked whether it is still the same', () => reads === 2 * once)
    writeFileSync(`${path}.next`, next)
    renameSync(`${path}.next`, path)
    await until('the other one is read', () => reads === 3 * once)
    await graphs.close()
    expect(graphs.current().supergraph.sdl).toBe(old)
    expect(lines).toEqual([expect.stringContaining('"msg":"a supergraph is served"')])
  })
})

describe('opening a graph', () => {
  it('is given up also where it is planning what may take seconds', async () => {
    const dispatch = (): never => {
      throw new Error('Nobody asks.')
    }
    const options = { ...world(), config, dispatch, store: undefined, digestKey: Buffer.alloc(32) }
    const controller = new AbortController()
    const known = [wide(() => setImmediate(() => controller.abort()))]
    const opening = openGraph({ supergraph: await readSupergraph(path), manifest: new Map() }, options, {
      known,
      signal: controller.signal,
    })
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
  })
})
