import { expect, test } from '@jest/globals'
import { createRefusalLog } from '../../../../../gateway/cache/stores/createRefusalLog.ts'
import { createLogger } from '../../../../../platform/createLogger.ts'

test('what Redis refuses to keep is logged by its kind when it begins and when it is over, and nothing else is', () => {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const log = createRefusalLog(createLogger({ name: 'test', level: 'debug', destination }))
  const refuse = (message: string) => log.failed(Object.assign(new Error(message), { name: 'ReplyError' }))
  log.taken()
  log.failed(new Error('The store took too long.'))
  refuse("OOM command not allowed when used memory > 'maxmemory'.")
  refuse("OOM command not allowed when used memory > 'maxmemory'.")
  refuse("NOPERM User maria has no permissions to run the 'set' command")
  log.taken()
  log.taken()
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'OOM' },
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'NOPERM' },
    { level: 'info', msg: 'Redis keeps what agencies say again' },
  ])
  expect(lines.join()).not.toContain('maria')
})
