import { mkdtempSync, rmSync, unwatchFile, watchFile, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from '@jest/globals'
import { watchFiles } from '../../../../gateway/plan/watchFiles.ts'
import { until } from '../../../support/until.ts'

const folder = mkdtempSync(join(tmpdir(), 'watch-'))
const path = join(folder, 'supergraph.graphql')
writeFileSync(path, 'first')
afterAll(() => rmSync(folder, { recursive: true }))

describe('whoever watches files', () => {
  it('looks as soon as it begins, for nobody knows what was written since the file was read', async () => {
    let looks = 0
    const stop = watchFiles([path], { pause: 3_600_000, onChange: async () => void (looks += 1) })
    expect(looks).toBe(1)
    await stop()
  })

  it('looks at what was written while it took something over once that is done', async () => {
    const looks: (() => void)[] = []
    const onChange = (): Promise<void> => new Promise((resolve) => looks.push(resolve))
    const stop = watchFiles([path], { pause: 10, onChange })
    let seen = 0
    const see = ({ size }: { readonly size: number }): void => void (seen = size)
    // Node tells all listeners of a path at once. What was written before its first look is not seen: then it is written again.
    watchFile(path, { interval: 10, persistent: false }, see)
    let written = 10
    await until('the last writing is seen', () => {
      if (seen === written) return true
      written += 1
      writeFileSync(path, 'x'.repeat(written))
      return false
    })
    unwatchFile(path, see)
    expect(looks).toHaveLength(1)
    looks[0]?.()
    await until('it looks again', () => looks.length === 2)
    const stopped = stop()
    looks[1]?.()
    await stopped
    expect(looks).toHaveLength(2)
  })

  it('looks when one comes that was not there, and at none of them once it is stopped', async () => {
    const missing = join(folder, 'missing.json')
    let looks = 0
    const stop = watchFiles([path, missing], { pause: 10, onChange: async () => void (looks += 1) })
    // Long enough for Node to have told that there is none.
    await setTimeout(100)
    expect(looks).toBe(1)
    let written = 0
    await until('it has looked', () => {
      written += 1
      writeFileSync(missing, 'x'.repeat(written))
      return looks > 1
    })
    await stop()
    const before = looks
    for (const file of [path, missing]) writeFileSync(file, 'another')
    await setTimeout(100)
    expect(looks).toBe(before)
  })

  it('ends what is under way when it is stopped, and waits for that', async () => {
    let hasEnded = false
    async function onChange(signal: AbortSignal): Promise<void> {
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      hasEnded = true
    }
    const stop = watchFiles([path], { pause: 3_600_000, onChange })
    await stop()
    expect(hasEnded).toBe(true)
  })

  it('never looks where it is not to', async () => {
    let looks = 0
    const stop = watchFiles([path], { pause: 0, onChange: async () => void (looks += 1) })
    await stop()
    expect(looks).toBe(0)
  })
})
