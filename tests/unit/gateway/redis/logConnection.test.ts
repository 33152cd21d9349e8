import { EventEmitter } from 'node:events'
import { expect, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { logConnection } from '../../../../gateway/redis/logConnection.ts'
import { createLogger } from '../../../../platform/createLogger.ts'

interface Line {
  readonly level: string
  readonly msg: string
  readonly error?: object
  readonly refusal?: string
}

function listen() {
  const client = new EventEmitter() as Redis
  const lines: Line[] = []
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Line) }
  const stop = logConnection(client, createLogger({ name: 'test', level: 'debug', destination }))
  return { client, lines, stop, said: () => lines.map(({ level, msg }) => `${level}: ${msg}`) }
}

const comes = 'info: Redis is connected'
const goes = 'warn: there is no connection to Redis'

test('a connection that comes and goes is logged once each time', () => {
  const { client, said } = listen()
  for (const event of ['ready', 'ready', 'close', 'close', 'ready', 'close']) client.emit(event)
  expect(said()).toEqual([comes, goes, comes, goes])
})

test('a connection that is left is not lost', () => {
  const { client, said, stop } = listen()
  client.emit('ready')
  stop()
  client.emit('close')
  expect(said()).toEqual([comes])
})

test('attempts that fail are logged once, with the kind of the first error and nothing of its message', () => {
  const { client, lines, said } = listen()
  const error = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6379'), { code: 'ECONNREFUSED' })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    client.emit('error', error)
    client.emit('close')
  }
  expect(said()).toEqual([goes])
  expect(lines[0]?.error).toMatchObject({ name: 'Error', code: 'ECONNREFUSED' })
  expect(JSON.stringify(lines)).not.toContain('10.0.0.1')
})

/** What the client makes of an error that Redis replies with. */
const replyOf = (message: string): Error => Object.assign(new Error(message), { name: 'ReplyError' })

test('what Redis refuses is logged by its kind, and nothing of what it says beside', () => {
  const refusals = [
    replyOf('WRONGPASS invalid username-password pair or user is disabled.'),
    replyOf("NOPERM User maria has no permissions to run the 'mget' command"),
    replyOf('Maria is nobody'),
    Object.assign(new Error('Failed to refresh slots cache.'), {
      lastNodeError: replyOf('NOAUTH Authentication.'),
    }),
  ].map((error) => {
    const { client, lines } = listen()
    client.emit('error', error)
    expect(JSON.stringify(lines)).not.toMatch(/maria|invalid|Authentication/i)
    return lines[0]?.refusal
  })
  expect(refusals).toEqual(['WRONGPASS', 'NOPERM', undefined, 'NOAUTH'])
})

test('the command that Redis refused is logged, and none of its arguments', () => {
  const { client, lines } = listen()
  const command = { name: 'select', args: ['maria'] }
  client.emit('error', Object.assign(replyOf('ERR DB index is out of range'), { command }))
  expect(lines).toMatchObject([{ refusal: 'ERR', command: 'select' }])
  expect(JSON.stringify(lines)).not.toContain('maria')
})

test('what Redis refuses is logged also where it was not there before, once', () => {
  const { client, lines } = listen()
  client.emit('close')
  for (const event of ['error', 'close', 'error', 'close']) client.emit(event, replyOf('WRONGPASS invalid.'))
  client.emit('error', replyOf('NOAUTH Authentication required.'))
  expect(lines.map(({ refusal }) => refusal)).toEqual([undefined, 'WRONGPASS', 'NOAUTH'])
})
