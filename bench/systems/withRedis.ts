import type { RunningSystem, World } from './System.ts'
import type { BenchRedis } from './startRedis.ts'
import { startRedis } from './startRedis.ts'

/** Starts a system with a Redis of its own beside it, which stops with it and counts for nothing in what is measured. */
export async function withRedis(
  world: World,
  start: (redis: BenchRedis) => Promise<RunningSystem>,
): Promise<RunningSystem> {
  const redis = await startRedis(world)
  try {
    const running = await start(redis)
    return {
      ...running,
      async stop() {
        await running.stop()
        await redis.stop()
      },
    }
  } catch (error) {
    await redis.stop()
    throw error
  }
}
