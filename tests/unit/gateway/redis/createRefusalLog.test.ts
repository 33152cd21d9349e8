import { expect, test } from '@jest/globals'
import { createRefusalLog } from '../../../../gateway/redis/createRefusalLog.ts'
import { createLogger } from '../../../../platform/createLogger.ts'

function open() {
  let now = 0
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const logger = createLogger({ name: 'test', level: 'debug', destination })
  const counted: string[] = []
  const onRefusal = (refusal: string): void => void counted.push(refusal)
  const log = createRefusalLog({ logger, onRefusal, now: () => now })
  return {
    ...log,
    lines,
    counted,
    pass: (milliseconds: number) => void (now += milliseconds),
    refuse: (message: string) => log.failed(Object.assign(new Error(message), { name: 'ReplyError' })),
    said: () => lines.map((line) => JSON.parse(line) as { readonly msg: string; readonly refusal?: string }),
  }
}

const full = "OOM command not allowed when used memory > 'maxmemory'."

test('what Redis refuses to keep is logged by its kind when it begins and when it is over, and nothing else is', () => {
  const { refuse, taken, failed, pass, said, lines } = open()
  taken()
  failed(new Error('The store took too long.'))
  for (const message of [full, full, "NOPERM User maria has no permissions to run the 'set' command"]) refuse(message)
  pass(30_000)
  taken()
  taken()
  expect(said()).toMatchObject([
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'OOM' },
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'NOPERM' },
    { level: 'info', msg: 'Redis keeps what agencies say again' },
  ])
  expect(lines.join()).not.toContain('maria')
})

test('what is refused now and then is logged once', () => {
  const { refuse, taken, pass, said } = open()
  for (let time = 0; time < 100; time += 1) {
    refuse(full)
    taken()
    pass(1_000)
  }
  expect(said()).toHaveLength(1)
})

test('every refusal is counted, by its kind', () => {
  const { refuse, failed, counted } = open()
  for (const message of [full, full, "READONLY You can't write against a read only replica."]) refuse(message)
  failed(new Error('The store took too long.'))
  expect(counted).toEqual(['OOM', 'OOM', 'READONLY'])
})
