import { EventEmitter } from 'node:events'
import { describe, expect, jest, test } from '@jest/globals'
import type { Redis } from 'ioredis'
import { closeRedis } from '../../../../gateway/redis/closeRedis.ts'

function makeClient(status: string) {
  const disconnect = jest.fn()
  return { client: Object.assign(new EventEmitter(), { status, disconnect }) as unknown as Redis, disconnect }
}

describe('closeRedis', () => {
  test('waits until the connection is closed', async () => {
    const { client, disconnect } = makeClient('ready')
    let isClosed = false
    const closing = closeRedis(client).then(() => (isClosed = true))
    expect([disconnect.mock.calls.length, isClosed]).toEqual([1, false])
    client.emit('end')
    expect(await closing).toBe(true)
  })

  test.each(['wait', 'reconnecting', 'end'])('has nothing to wait for while it is in state %s', async (status) => {
    const { client, disconnect } = makeClient(status)
    await closeRedis(client)
    expect(disconnect).toHaveBeenCalledTimes(1)
  })

  test('does not wait for ever', async () => {
    const { client } = makeClient('connect')
    await expect(closeRedis(client, 10)).resolves.toBeUndefined()
  })
})
