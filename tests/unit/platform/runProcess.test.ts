import { EventEmitter } from 'node:events'
import { describe, expect, jest, test } from '@jest/globals'
import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import { createLogger } from '../../../platform/createLogger.ts'
import { runProcess } from '../../../platform/runProcess.ts'
import type { ProcessOptions } from '../../../platform/runProcess.ts'

/** A process that does not end: it keeps with which status it would have, and what it said. */
class FakeProcess extends EventEmitter {
  readonly statuses: number[] = []
  readonly said: string[] = []
  readonly stderr = { write: (text: string) => this.said.push(text) > 0 }
  readonly exited = Promise.withResolvers<void>()
  readonly pid = 7
  readonly watched: number[] = []
  readonly exit = (status: number): void => {
    this.statuses.push(status)
    this.exited.resolve()
  }
}

interface Run {
  readonly host: FakeProcess
  readonly lines: readonly string[]
  readonly started: Promise<void>
}

function run(start: ProcessOptions['start'], stopLimit = 60_000): Run {
  const host = new FakeProcess()
  const lines: string[] = []
  const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } })
  const started = runProcess({
    logger,
    start,
    stopLimit,
    process: host as unknown as NonNullable<ProcessOptions['process']>,
    killLater: (pid) => void host.watched.push(pid),
  })
  return { host, lines, started }
}

describe('a process', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'])('stops what runs on %s and exits with 0', async (event) => {
    const stop = jest.fn(() => Promise.resolve())
    const { host, started } = run(() => Promise.resolve({ stop }))
    await started
    expect(host.statuses).toEqual([])
    host.emit(event)
    await host.exited.promise
    expect(stop).toHaveBeenCalledTimes(1)
    expect([host.statuses, host.watched]).toEqual([[0], [7]])
  })

  test('stops once, however often it is told to', async () => {
    const stop = jest.fn(() => Promise.resolve())
    const { host, started } = run(() => Promise.resolve({ stop }))
    await started
    for (const event of ['SIGINT', 'SIGINT', 'SIGTERM', 'disconnect']) host.emit(event)
    await host.exited.promise
    expect(stop).toHaveBeenCalledTimes(1)
    expect(host.statuses).toEqual([0])
  })

  test.each(['uncaughtException', 'unhandledRejection'])('stops and exits with 1 after an %s', async (event) => {
    const stop = jest.fn(() => Promise.resolve())
    const { host, lines, started } = run(() => Promise.resolve({ stop }))
    await started
    host.emit(event, new Error('5318075205999001'))
    await host.exited.promise
    expect(stop).toHaveBeenCalledTimes(1)
    expect(host.statuses).toEqual([1])
    expect(lines.join()).toContain('something threw outside a request')
    expect(lines.join()).not.toContain('5318075205999001')
  })

  test('exits with 1 when it cannot start', async () => {
    const { host, lines, started } = run(() => Promise.reject(new Error('no database')))
    await started
    expect([host.statuses, host.watched]).toEqual([[1], [7]])
    expect(lines.join()).toContain('could not start')
    expect(host.said).toEqual([])
  })

  test('says in plain words what is wrong with the environment', async () => {
    const { host, lines, started } = run(() => Promise.reject(new EnvironmentError('PORT is not set.')))
    await started
    expect(host.statuses).toEqual([1])
    expect(host.said).toEqual(['PORT is not set.\n'])
    expect(lines).toEqual([])
  })

  test('exits with 1 when stopping fails', async () => {
    const { host, lines, started } = run(() => Promise.resolve({ stop: () => Promise.reject(new Error('stuck')) }))
    await started
    host.emit('SIGTERM')
    await host.exited.promise
    expect(host.statuses).toEqual([1])
    expect(lines.join()).toContain('stopping failed')
  })

  test('exits with 1 when stopping takes longer than it may', async () => {
    const stopped = Promise.withResolvers<void>()
    const { host, lines, started } = run(() => Promise.resolve({ stop: () => stopped.promise }), 1)
    await started
    host.emit('SIGTERM')
    await host.exited.promise
    expect(host.statuses).toEqual([1])
    expect(lines.join()).toContain('stopping took too long')
    stopped.resolve()
  })

  test('that is told to stop while it starts exits at once', async () => {
    const { host } = run(() => new Promise(() => undefined))
    host.emit('SIGTERM')
    await host.exited.promise
    expect(host.statuses).toEqual([0])
  })
})
