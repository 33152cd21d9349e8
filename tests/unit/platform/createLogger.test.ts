import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Logger } from '../../../platform/Logger.ts'
import { createLogger } from '../../../platform/createLogger.ts'
import { projectRoot } from '../../../scripts/projectRoot.mjs'

interface Log {
  readonly logger: Logger
  readonly lines: readonly string[]
}

function openLog(level: string): Log {
  const lines: string[] = []
  const logger = createLogger({ name: 'passport', level, destination: { write: (line) => void lines.push(line) } })
  return { logger, lines }
}

const parse = (line: string | undefined): unknown => JSON.parse(line ?? '')

describe('a logger', () => {
  test('writes a line of JSON with process, level, time, fields and message', () => {
    const { logger, lines } = openLog('info')
    logger.info({ port: 4002 }, 'agency is ready')
    expect(lines).toHaveLength(1)
    expect(parse(lines[0])).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      name: 'passport',
      port: 4002,
      msg: 'agency is ready',
    })
  })

  test('writes nothing below its level', () => {
    const { logger, lines } = openLog('warn')
    logger.debug('a')
    logger.info('b')
    logger.warn('c')
    logger.error('d')
    logger.fatal('e')
    expect(lines.map((line) => parse(line))).toMatchObject([{ level: 'warn' }, { level: 'error' }, { level: 'fatal' }])
    const silent = openLog('silent')
    silent.logger.fatal('nobody hears')
    expect(silent.lines).toEqual([])
  })

  test('describes an error by kind and code', () => {
    const { logger, lines } = openLog('info')
    logger.error({ error: Object.assign(new TypeError('no'), { code: 'EPIPE' }), correlationId: 'c' }, 'it failed')
    expect(parse(lines[0])).toMatchObject({ correlationId: 'c', error: { name: 'TypeError', code: 'EPIPE' } })
  })

  test('never writes the message of an error, however the error is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^<[a-z]{12}>$/), (secret) => {
        const { logger, lines } = openLog('debug')
        const error = new Error(`${secret}\n    at ${secret} (a.ts:1:1)`, { cause: new Error(secret) })
        logger.error({ error }, 'it failed')
        logger.warn({ err: error }, 'it failed')
        logger.fatal(error, 'it failed')
        expect(lines).toHaveLength(3)
        expect(lines.join()).not.toContain(secret)
      }),
    )
  })

  test.each([
    ['ends', ''],
    ['exits', 'process.exit(0)'],
    ['fails', "throw new Error('It fails.')"],
    ['fails where nobody waits', "Promise.reject(new Error('It fails.'))"],
    ['is killed after a fatal line', "logger.fatal('the end'); process.kill(process.pid, 'SIGKILL')"],
  ])('writes to standard output unless told otherwise, and loses nothing when its process %s', (_how, end) => {
    const program = `
      import { createLogger } from ${JSON.stringify(join(projectRoot, 'platform', 'createLogger.ts'))}
      const logger = createLogger({ name: 'gateway', level: 'info' })
      for (let line = 0; line < 100; line += 1) logger.info('a line')
      ${end}`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
    expect(stdout.match(/"msg":"a line"/g)).toHaveLength(100)
  })

  test('writes within a moment, however little there is', async () => {
    const program = `
      import { createLogger } from ${JSON.stringify(join(projectRoot, 'platform', 'createLogger.ts'))}
      createLogger({ name: 'gateway', level: 'info' }).info('a line')
      setInterval(() => undefined, 60_000)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
      expect(chunk.toString()).toMatch(/"msg":"a line"/)
    } finally {
      child.kill('SIGKILL')
    }
  })
})
