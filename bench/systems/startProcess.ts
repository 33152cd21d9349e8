import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { endProcess } from '../../scripts/endProcess.mjs'
import { lastLines } from '../../scripts/lastLines.mjs'
import { spawnTethered } from '../../scripts/spawnTethered.mjs'
import { shapes } from '../workloads/shapes.ts'
import type { RunningSystem, World } from './System.ts'

export interface ProcessOptions {
  /** Names its log. */
  readonly name: string
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly url: string
  /** Gets what clients send beside the usual, once it can be had. */
  readonly askHeaders?: () => Promise<Readonly<Record<string, string>>>
}

const noHeaders = async (): Promise<Readonly<Record<string, string>>> => ({})

const startLimit = 60_000

const shutdown = [
  { signal: 'SIGTERM', limit: 3000 },
  { signal: 'SIGKILL', limit: 1000 },
] as const

/**
 * Starts a program and resolves once it answers a request of the benchmark. It ends with this process, whatever ends that. Rejects
 * with the end of its log when it ends before, or takes more than a minute.
 */
export async function startProcess(
  options: ProcessOptions,
  { folder, knownNiks, signal }: World,
): Promise<RunningSystem> {
  signal.throwIfAborted()
  const { name, command, environment = {}, url, askHeaders = noHeaders } = options
  const log = join(folder, `${name}.log`)
  const output = openSync(log, 'w')
  const env = { PATH: process.env['PATH'], HOME: folder, NODE_ENV: 'production', ...environment }
  const child: ChildProcess = spawnTethered(command, { log: output, env })
  closeSync(output)
  const stop = (): Promise<void> => endProcess(child, shutdown)
  let ended = false
  for (const event of ['error', 'exit']) child.once(event, () => (ended = true))

  const limit = Date.now() + startLimit
  const variables = shapes.one.variablesOf(knownNiks[0] ?? '')
  let headers = await askHeaders().catch(() => ({}))
  while (!(await answers(url, { variables, headers }, signal))) {
    if (signal.aborted || ended || Date.now() > limit) {
      await stop()
      signal.throwIfAborted()
      throw new Error(
        `${ended ? 'It ended' : 'It did not answer within a minute'}. The end of its log:\n${lastLines(log, 15)}`,
      )
    }
    await pause(50)
    headers = await askHeaders().catch(() => ({}))
  }
  if (child.pid === undefined) throw new Error('It has no process.')
  return { url, headers, pid: child.pid, stop }
}

interface FirstRequest {
  readonly variables: object
  readonly headers: Readonly<Record<string, string>>
}

async function answers(
  url: string,
  { variables, headers: added }: FirstRequest,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const body = JSON.stringify({ query: shapes.one.query, variables })
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...added }
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]),
    })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
