import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'

it('a process that is told to stop ends although a disk never answers, and what it logged is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'satu-atap-hanging-'))
  const child = fork(join(import.meta.dirname, '../../support/stopHanging.mjs'), [folder], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  await once(child, 'message')
  const begin = performance.now()
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(performance.now() - begin).toBeLessThan(2000)
  expect(child.signalCode).toBe('SIGKILL')
  expect(output).toContain('stopping took too long')
  rmSync(folder, { recursive: true })
})
