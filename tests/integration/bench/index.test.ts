import { describe, expect, it } from '@jest/globals'
import { runBenchProgram } from '../../support/runBenchProgram.ts'

describe('npm run bench', () => {
  it('refuses a system that it does not know, and starts nothing', () => {
    expect(runBenchProgram('index.ts', '--systems', 'nobody')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^--systems knows no nobody\. Allowed are ours-cold, /),
    })
  })

  it('measures a system, leaves nothing behind, and ends well when every answer was right', () => {
    const { status, stdout } = runBenchProgram(
      'index.ts',
      '--quick',
      '--systems',
      'fan-out',
      '--workloads',
      'one-16',
      '--seconds',
      '0.2',
    )
    expect(stdout).toMatch(/^fan-out +\d+/m)
    expect(stdout).toContain('not measured')
    expect(status).toBe(0)
  })
})
