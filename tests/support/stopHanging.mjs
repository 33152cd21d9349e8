import { spawnSync } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createLogger } from '../../platform/createLogger.ts'
import { runProcess } from '../../platform/runProcess.ts'

/** A process with a file operation that never ends, as on a disk that does not answer: a pipe is opened that nobody writes to. */
const [folder = '', how] = process.argv.slice(2)
const pipe = join(folder, 'pipe')
spawnSync('mkfifo', [pipe])
await runProcess({
  logger: createLogger({ name: 'hanging', level: 'info' }),
  stopLimit: 200,
  async start() {
    const opening = open(pipe)
    process.send?.('ready')
    if (how === 'start fails') throw new Error('as a test wants it')
    return { stop: async () => void (how === 'stop waits' && (await opening)) }
  },
})
