import { PassThrough } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { createSeedingProgress } from '../../../scripts/createSeedingProgress.mjs'

/** Something to write to, and what was written. */
function createOutput(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 })
  return { output: stream as unknown as NodeJS.WriteStream, read: () => String(stream.read() ?? '') }
}

describe('createSeedingProgress', () => {
  test('draws one bar over all agencies on a terminal', () => {
    const { output, read } = createOutput(true)
    const progress = createSeedingProgress({ output, agencies: 2 })
    progress.report({ agency: 'health', done: 250, total: 500 })
    progress.report({ agency: 'passport', done: 250, total: 500 })
    progress.finish()
    expect(read()).toMatch(/Seeding .* 50% \(500 of 1000 records\)/)
  })

  test('writes a line when an agency begins and one when it is done elsewhere', () => {
    const { output, read } = createOutput(false)
    const progress = createSeedingProgress({ output, agencies: 2 })
    for (const done of [250, 500]) progress.report({ agency: 'health', done, total: 500 })
    progress.finish()
    expect(read()).toBe('Seeding health: 500 applicants.\nSeeded health.\n')
  })

  test.each([true, false])('shows nothing when nothing is seeded (terminal: %s)', (isTTY) => {
    const { output, read } = createOutput(isTTY)
    createSeedingProgress({ output, agencies: 2 }).finish()
    expect(read()).toBe('')
  })
})
