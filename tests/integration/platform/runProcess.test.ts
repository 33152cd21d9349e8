import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'

it.each([
  ['stop waits', 'stopping took too long'],
  ['stop does not wait', 'stopped'],
  ['start fails', 'could not start'],
])('a process ends although a disk never answers, and what it logged is there: its %s', async (how, line) => {
  const folder = mkdtempSync(join(tmpdir(), 'satu-atap-hanging-'))
  const child = fork(join(import.meta.dirname, '../../support/stopHanging.mjs'), [folder, how], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  await once(child, 'message')
  const begin = performance.now()
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(performance.now() - begin).toBeLessThan(4000)
  expect(child.signalCode).toBe('SIGKILL')
  expect(output).toContain(line)
  rmSync(folder, { recursive: true })
})
