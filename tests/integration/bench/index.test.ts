import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '../../..')

function bench(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bench/index.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('npm run bench', () => {
  it('refuses a system that it does not know, and starts nothing', () => {
    expect(bench('--systems', 'nobody')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^--systems knows no nobody\. Allowed are ours-cold, /),
    })
  })

  it('measures a system, leaves nothing behind, and ends well when every answer was right', () => {
    const { status, stdout } = bench('--quick', '--systems', 'fan-out', '--workloads', 'one-16', '--seconds', '0.2')
    expect(stdout).toMatch(/^fan-out +\d+/m)
    expect(stdout).toContain('not measured')
    expect(status).toBe(0)
  })
})
