import { describe, expect, it } from '@jest/globals'
import { runBenchProgram } from '../../support/runBenchProgram.ts'

describe('npm run soak', () => {
  it('refuses what is no number, and starts nothing', () => {
    expect(runBenchProgram('soak.ts', '--requests', 'many')).toEqual({
      status: 1,
      stdout: '',
      stderr: '--requests is no number of requests.\n',
    })
  })

  it('holds the heap after many requests against that after the first ones, and says when it has grown', () => {
    // After a single request the gateway has yet to come to know its operations.
    const { status, stdout, stderr } = runBenchProgram('soak.ts', '--warm-up', '1', '--requests', '2000')
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^1 requests in \d+ s; heap \d+\.\d MiB after them\n2000 requests in /m)
    const [, ratio] = /^(\d\.\d{3})x of what it was/m.exec(stdout) ?? []
    expect(Number(ratio)).toBeGreaterThan(1.1)
    expect(status).toBe(1)
  })
})
