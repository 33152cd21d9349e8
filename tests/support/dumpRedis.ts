import { Redis } from 'ioredis'

export interface DumpedEntry {
  readonly key: Buffer
  /** What GET answers, or DUMP where it is no string. */
  readonly value: Buffer
}

/** Every key of a Redis server's database with its value, byte for byte. */
export async function dumpRedis(url: string): Promise<readonly DumpedEntry[]> {
  const client = new Redis(url)
  try {
    const keys: Buffer[] = []
    for await (const some of client.scanBufferStream({ count: 1000 })) keys.push(...(some as readonly Buffer[]))
    const values = await Promise.all(keys.map((key) => readValue(client, key)))
    return keys.map((key, index) => ({ key, value: values[index] ?? Buffer.alloc(0) }))
  } finally {
    client.disconnect()
  }
}

async function readValue(client: Redis, key: Buffer): Promise<Buffer | null> {
  return (await client.type(key)) === 'string' ? client.getBuffer(key) : client.dumpBuffer(key)
}
