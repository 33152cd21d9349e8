import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { agencies } from '../../scripts/agencies.mjs'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import { createPopulation } from '../../subgraphs/kit/population/createPopulation.ts'
import { readScenarios } from '../support/readScenarios.ts'
import { until } from '../support/until.ts'

jest.setTimeout(120_000)

const root = join(import.meta.dirname, '../..')

/** Without npm, whose process would stand between. */
const byItself = [process.execPath, 'scripts/start.mjs'] as const

interface Started {
  readonly child: ChildProcess
  readonly output: () => string
  /** Milliseconds until the ready line. */
  readonly took: number
}

/** Whatever a failed test left running; the databases end with the process that they hang on. */
function killGroup(child: ChildProcess | undefined): void {
  try {
    if (child?.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nothing is left, as it should be.
  }
}

describe('npm start', () => {
  let dataDir: string
  let ports: Readonly<Record<string, string>>
  let running: ChildProcess | undefined

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'satu-atap-start-'))
    const names = ['', 'METRICS_', ...agencies.map(({ prefix }) => prefix)]
    const free = await Promise.all(
      names.map(async (prefix) => [`${prefix}PORT`, String(await findFreePort())] as const),
    )
    ports = Object.fromEntries(free)
  })

  afterAll(async () => {
    killGroup(running)
    await rm(dataDir, { recursive: true, force: true })
  })

  async function start(command: readonly [string, ...string[]] = byItself): Promise<Started> {
    const begin = performance.now()
    const environment = { ...process.env, ...ports, DATA_DIR: dataDir, SEED_APPLICANTS: '200', NODE_ENV: 'development' }
    const [file, ...rest] = command
    const child = spawn(file, rest, { cwd: root, env: environment, detached: true, stdio: 'pipe' })
    running = child
    let text = ''
    child.stdout.on('data', (chunk) => (text += String(chunk)))
    child.stderr.on('data', (chunk) => (text += String(chunk)))
    await until('the ready line', () => text.includes('is ready at') || child.exitCode !== null, 60_000)
    return { child, output: () => text, took: performance.now() - begin }
  }

  /** As Ctrl-C in a terminal does: the whole process group. Answers the milliseconds until all is over. */
  async function interrupt({ child }: Started): Promise<number> {
    const begin = performance.now()
    process.kill(-(child.pid ?? 0), 'SIGINT')
    await once(child, 'exit')
    return performance.now() - begin
  }

  /** What an officer of the one-stop office sends, as README.md shows it. */
  async function asOfficer(): Promise<Readonly<Record<string, string>>> {
    const response = await fetch(`http://127.0.0.1:${ports['PORT']}/dev/token?as=ltsa-officer`)
    return { authorization: `Bearer ${(await response.text()).trim()}`, 'x-purpose': 'service-delivery' }
  }

  const readyLine = () => `Satu Atap is ready at http://127.0.0.1:${ports['PORT']} in `

  it('seeds, checks itself with persona 1, and stops within five seconds', async () => {
    const started = await start()
    expect(started.output()).toContain(readyLine())
    expect(started.output()).toMatch(/Self-check: persona 1 answered by (\w+) of \1 agencies, readiness READY\./)
    expect(await interrupt(started)).toBeLessThan(5000)
  })

  it('starts again on the same data, faster, and answers', async () => {
    const started = await start()
    expect(started.output()).toMatch(/answered by (\w+) of \1 agencies/)

    // The first question of README.md, as a shell would send it.
    const [, body] = /curl [^\n]* -d '([^\n]*)'/.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? []
    const first = await fetch(`http://127.0.0.1:${ports['PORT']}/graphql`, {
      method: 'POST',
      headers: { ...(await asOfficer()), 'content-type': 'application/json' },
      body: body ?? '',
    })
    expect(await first.json()).toMatchObject({ data: { applicant: { fullName: 'Yohanes Ola Kian', passports: [] } } })

    const officer = await asOfficer()
    // Everything that the stories ask is asked for real, good and bad, and then looked for where it must not be.
    for (const { query, variables } of readScenarios()) {
      const response = await fetch(`http://127.0.0.1:${ports['PORT']}/graphql`, {
        method: 'POST',
        headers: { ...officer, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      expect([200, 400]).toContain(response.status)
      await response.arrayBuffer()
    }
    const metrics = await (await fetch(`http://127.0.0.1:${ports['METRICS_PORT']}/metrics`)).text()
    expect(metrics).toMatch(/satu_atap_agency_calls_total\{agency="passport",outcome="ok"\} \d+/)
    expect(await interrupt(started)).toBeLessThan(5000)

    const folder = join(dataDir, 'logs')
    const logs = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    // The question that the terminal shows how to ask is about a persona.
    const shown = started.output().replace(/^.* -d '.*'$/m, '')
    const written = [...logs, metrics, shown].join('\n')
    expect(written).toContain('request ended')
    expect(written).not.toContain(officer['authorization']?.slice('Bearer '.length))
    for (const { nik, fullName } of createPopulation({ size: 0, day: '2026-11-24' })) {
      expect(written).not.toContain(nik)
      expect(written).not.toMatch(new RegExp(`\\b${fullName}\\b`))
    }
  })

  it('ends everything, cleanly and within five seconds, when npm gets SIGTERM', async () => {
    const { child, output } = await start(['npm', 'start'])
    expect(output()).toContain(readyLine())
    const begin = performance.now()
    child.kill('SIGTERM')
    // The pipes close when whoever writes to them has ended, not npm alone.
    const [status] = (await once(child, 'close')) as [number | null]
    expect(performance.now() - begin).toBeLessThan(5000)
    expect(status).toBe(0)
    expect(output()).toContain('Stopping.')
    const cluster = await readdir(join(dataDir, 'postgres', 'cluster'))
    expect(cluster).not.toContain('postmaster.pid')
  })
})
