import { Redis } from 'ioredis'
import { findFreePort } from '../../scripts/findFreePort.mjs'
import type { RedisServer } from './startRedis.ts'
import { startRedis } from './startRedis.ts'
import { until } from './until.ts'

export interface RedisCluster {
  /** As the Redis store reads it. */
  readonly url: string
  readonly nodes: readonly RedisNode[]
  readonly stop: () => Promise<void>
}

interface RedisNode extends RedisServer {
  readonly busPort: number
  /** For the test's own questions. */
  readonly client: Redis
}

/** Of the 16,384 slots, those of each node. */
const slotRanges = [
  [0, 5460],
  [5461, 10_922],
  [10_923, 16_383],
] as const

/**
 * Starts a Redis Cluster of three nodes without replicas on loopback, on the ports given or on free ones, and resolves
 * when all of them know all slots.
 */
export async function startRedisCluster(ports: readonly number[] = []): Promise<RedisCluster> {
  const nodes = await Promise.all(slotRanges.map((_range, index) => startNode(ports[index])))
  const stop = async () => {
    for (const { client } of nodes) client.disconnect()
    await Promise.all(nodes.map((node) => node.stop()))
  }
  try {
    const [first, ...others] = nodes
    for (const [index, { client }] of nodes.entries()) {
      const [from, to] = slotRanges[index] ?? [0, 0]
      await client.call('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1))
      await client.call('CLUSTER', 'ADDSLOTSRANGE', String(from), String(to))
    }
    for (const { port, busPort } of others) {
      await first?.client.call('CLUSTER', 'MEET', '127.0.0.1', String(port), String(busPort))
    }
    await until('the nodes of the cluster know each other', async () => {
      const told = await Promise.all(nodes.map(({ client }) => client.call('CLUSTER', 'INFO')))
      return told.every((text) => /cluster_state:ok[^]*cluster_known_nodes:3\b/.test(String(text)))
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`, nodes, stop }
}

async function startNode(port: number | undefined): Promise<RedisNode> {
  const busPort = await findFreePort()
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', '--cluster-port', String(busPort)]
  const server = await startRedis(port === undefined ? { settings } : { port, settings })
  const client = new Redis(server.url)
  client.on('error', () => {}) // A test may end the node.
  return { ...server, busPort, client }
}
