import { afterEach, describe, expect, test } from '@jest/globals'
import { Cluster, Redis } from 'ioredis'
import type { RedisAddress } from '../../../../gateway/redis/RedisAddress.ts'
import { openRedis } from '../../../../gateway/redis/openRedis.ts'

const nowhere = { host: '127.0.0.1', port: 1 }
let client: Redis | Cluster | undefined

afterEach(() => client?.disconnect())

function open(address: Partial<RedisAddress>): Redis | Cluster {
  client = openRedis({ kind: 'single', hosts: [nowhere], tls: false, database: 0, ...address })
  client.on('error', () => {})
  return client
}

/** How a client would connect to one server. */
function optionsOf(opened: Redis | Cluster): object {
  return opened instanceof Cluster ? (opened.options.redisOptions ?? {}) : opened.options
}

const kinds = [
  { kind: 'single', hosts: [nowhere] },
  { kind: 'sentinel', hosts: [nowhere], master: 'main' },
  { kind: 'cluster', hosts: [nowhere, { host: '127.0.0.1', port: 2 }] },
] as const

describe('openRedis', () => {
  test.each(kinds)('opens the $kind client without waiting for anything', ({ kind, ...address }) => {
    const opened = open({ kind, ...address })
    expect(opened).toBeInstanceOf(kind === 'cluster' ? Cluster : Redis)
    expect(opened.options.enableOfflineQueue).toBe(false)
    expect(optionsOf(opened)).toMatchObject({ autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 0 })
    expect(optionsOf(opened)).not.toHaveProperty('tls', expect.anything())
  })

  test.each(kinds)('goes over TLS and signs in where the address says so, as $kind', (address) => {
    const opened = open({ ...address, tls: true, username: 'gateway', password: 'secret' })
    expect(optionsOf(opened)).toMatchObject({ tls: {}, username: 'gateway', password: 'secret' })
  })

  test('asks the sentinels over TLS too', () => {
    const opened = open({ ...kinds[1], tls: true, database: 2 })
    expect(opened.options).toMatchObject({
      sentinels: [nowhere],
      name: 'main',
      db: 2,
      enableTLSForSentinelMode: true,
      sentinelTLS: {},
    })
  })

  test('leaves the names of a cluster as they are, for a certificate names them', async () => {
    const { options } = open({ ...kinds[2], tls: true }) as Cluster
    const looked = new Promise((resolve) => options.dnsLookup?.('node.example', (_error, address) => resolve(address)))
    expect(await looked).toBe('node.example')
  })

  test('tries again for ever, at most two seconds apart', () => {
    const { retryStrategy } = open({}).options as Redis['options']
    const pauses = [1, 2, 3, 10, 1_000_000].map((attempt) => retryStrategy?.(attempt))
    expect(pauses).toEqual([50, 100, 200, 2000, 2000])
  })
})
