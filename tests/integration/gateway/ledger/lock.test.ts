import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'

jest.setTimeout(60_000)

const rounds = 6
const entry = join(import.meta.dirname, '../../../support/takeLocks.mjs')

let directory: string
let processes: ChildProcess[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'satu-atap-lock-'))
})
afterEach(() => {
  for (const one of processes) one.kill('SIGKILL')
  processes = []
  rmSync(directory, { recursive: true, force: true })
})

async function begin(): Promise<ChildProcess> {
  const child = fork(entry, { env: { PATH: process.env['PATH'] } })
  processes.push(child)
  await once(child, 'message')
  return child
}

/** Lets all of them ask for the lock in the same millisecond. */
async function askAll(asking: readonly ChildProcess[]): Promise<readonly unknown[]> {
  const at = Date.now() + 100
  return Promise.all(
    asking.map(async (one) => {
      one.send({ directory, at })
      const [answer] = (await once(one, 'message')) as readonly unknown[]
      return answer
    }),
  )
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
  processes = processes.filter((one) => one !== child)
}

describe('the lock of a directory whose holder was killed', () => {
  it('goes to one of three processes that ask at once, time after time', async () => {
    await Promise.all([begin(), begin(), begin()])
    for (let round = 0; round < rounds; round += 1) {
      const asking = [...processes]
      const answers = await askAll(asking)
      const holders = asking.filter((_, index) => answers[index] === 'held')
      expect([holders.length, new Set(answers)]).toEqual([1, new Set(['held', 'refused'])])
      const [holder = await begin()] = holders
      // Nor do those let go of it for its holder who were refused.
      expect(await askAll(asking.filter((one) => one !== holder))).toEqual(['refused', 'refused'])
      await kill(holder)
      await begin()
    }
  })
})
