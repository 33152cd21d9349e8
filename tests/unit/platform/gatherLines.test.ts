import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { gatherLines } from '../../../platform/gatherLines.ts'
import { projectRoot } from '../../../scripts/projectRoot.mjs'

/** An output that nobody reads, and what reached it. */
function open() {
  const output = new PassThrough({ highWaterMark: 1_000 })
  return { output, gathering: gatherLines(output), read: () => String(output.read() ?? '') }
}

describe('gathered lines', () => {
  test('are written together, in their order, once there are enough of them', () => {
    const { gathering, read } = open()
    const lines = Array.from({ length: 41 }, (_line, index) => `${String(index).padStart(99)}\n`)
    for (const line of lines.slice(0, 40)) gathering.write(line)
    expect(read()).toBe('')
    gathering.write(lines[40] ?? '')
    expect(read()).toBe(lines.join(''))
  })

  test('are written within a moment where there are few, and at once when it is asked', async () => {
    const { output, gathering, read } = open()
    gathering.write('a\n')
    await once(output, 'readable')
    expect(read()).toBe('a\n')
    gathering.write('b\n')
    gathering.flushSync()
    expect(read()).toBe('b\n')
  })

  test('that are too many for a reader who stalls are lost, and it is told how many', () => {
    const { output, gathering, read } = open()
    const megabyte = `${'x'.repeat(1_048_575)}\n`
    for (let times = 0; times < 20; times += 1) gathering.write(megabyte)
    expect(output.writableLength).toBeLessThan(18_000_000)
    for (let text = read(); text !== ''; text = read());
    gathering.write('again\n')
    gathering.flushSync()
    const [note, ...rest] = read().split('\n')
    expect(JSON.parse(note ?? '')).toEqual({
      level: 'warn',
      lost: expect.any(Number),
      msg: 'lines were lost: nobody read them',
    })
    expect(rest).toEqual(['again', ''])
  })

  test('are dropped where the reader has gone', async () => {
    const { output, gathering } = open()
    output.destroy(new Error('It is gone.'))
    await pause(0)
    gathering.write('a\n')
    expect(() => gathering.flushSync()).not.toThrow()
  })

  test.each([
    ['exits', 'process.exit(0)'],
    ['says that it is over', "logger.fatal('the end'); process.exit(0)"],
  ])('keep no process from its end that %s after the reader has gone', async (_how, end) => {
    const program = `
      import { createLogger } from ${JSON.stringify(join(projectRoot, 'platform', 'createLogger.ts'))}
      const logger = createLogger({ name: 'gateway', level: 'info' })
      logger.info('a line')
      setTimeout(() => { logger.info('nobody reads this'); setTimeout(() => { ${end} }, 100) }, 200)`
    const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout?.once('data', () => child.stdout?.destroy())
    const closed = once(child, 'exit')
    const ended = await Promise.race([closed, pause(10_000, ['still there'], { ref: false })])
    child.kill('SIGKILL')
    expect(ended).toEqual([0, null])
  })
})
