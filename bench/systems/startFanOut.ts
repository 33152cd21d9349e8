import type { RunningSystem, World } from './System.ts'
import { startServer } from './startServer.ts'

/** Starts the fan-out that is written by hand for the queries of the benchmark. */
export function startFanOut(world: World): Promise<RunningSystem> {
  return startServer('fanOut', { AGENCIES: JSON.stringify(Object.fromEntries(world.agencies.urls)) }, world)
}
