import { expect, test } from '@jest/globals'
import { createRefusalLog } from '../../../../../gateway/cache/stores/createRefusalLog.ts'
import { createLogger } from '../../../../../platform/createLogger.ts'

test('what Redis refuses to keep is logged by its kind when it begins and when it is over, and nothing else is', async () => {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  const noteRefusals = createRefusalLog(createLogger({ name: 'test', level: 'debug', destination }))
  async function fail(reason: Error): Promise<void> {
    await expect(noteRefusals(Promise.reject(reason))).rejects.toBe(reason)
  }
  const replyOf = (message: string): Error => Object.assign(new Error(message), { name: 'ReplyError' })
  expect(await noteRefusals(Promise.resolve('kept'))).toBe('kept')
  await fail(new Error('The store took too long.'))
  await fail(replyOf("OOM command not allowed when used memory > 'maxmemory'."))
  await fail(new Error('The store took too long.'))
  await fail(replyOf("OOM command not allowed when used memory > 'maxmemory'."))
  await fail(replyOf("NOPERM User maria has no permissions to run the 'set' command"))
  await noteRefusals(Promise.resolve())
  await noteRefusals(Promise.resolve())
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'OOM' },
    { level: 'warn', msg: 'Redis refuses to keep what agencies say', refusal: 'NOPERM' },
    { level: 'info', msg: 'Redis keeps what agencies say again' },
  ])
  expect(lines.join()).not.toContain('maria')
})
