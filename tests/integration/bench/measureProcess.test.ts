import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import { listProcesses } from '../../../bench/measure/listProcesses.ts'
import { measureProcess } from '../../../bench/measure/measureProcess.ts'

const held = 64 * 1024 ** 2

/**
 * Takes memory and processor time, says so, gives the memory back once told to, says so again, and waits to be ended. V8
 * frees a buffer in another thread, after `gc()` has returned.
 */
const program = `
  let bytes = Buffer.alloc(${held}, 1)
  for (const end = Date.now() + 300; Date.now() < end; );
  console.log('busy', bytes.length)
  process.once('SIGUSR2', () => {
    const taken = process.memoryUsage.rss()
    bytes = undefined
    setInterval(() => {
      gc()
      if (process.memoryUsage.rss() < taken - ${held} * 0.75) console.log('idle')
    }, 10)
  })
  setInterval(() => {}, 1000)`

/** Starts a shell that has the program as its child, in a group of their own. */
function start() {
  const script = '"$0" --expose-gc -e "$1" & trap "kill -USR2 $!" USR2; while ! wait; do :; done'
  return spawn('sh', ['-c', script, process.execPath, program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

// Elsewhere there is no /proc.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip

describeOnLinux('the measure of a process', () => {
  it('counts what its children take as well, and forgets what was before it began', async () => {
    const child = start()
    const pid = child.pid ?? 0
    const measured = measureProcess(pid)
    await once(child.stdout, 'data')
    const [members, busy] = [listProcesses(pid), measured()]
    child.kill('SIGUSR2')
    await once(child.stdout, 'data')
    const idle = measureProcess(pid)()
    process.kill(-pid, 'SIGKILL')
    await once(child, 'close')

    expect(members.length).toBeGreaterThanOrEqual(2)
    expect(busy.cpu).toBeGreaterThan(50)
    expect(busy.peakMemory).toBeGreaterThan(held)
    expect(idle.peakMemory).toBeLessThan(busy.peakMemory - held / 2)
    expect(idle.cpu).toBeLessThan(busy.cpu)
    expect(listProcesses(pid)).toEqual([])
  })
})

describe('the measure of a process', () => {
  it('says where there is no /proc that it needs Linux', () => {
    expect(() => measureProcess(process.pid, { platform: 'darwin' })).toThrow(/so it needs Linux\.$/)
  })
})
