import type { RunningSystem, World } from './System.ts'
import { startServer } from './startServer.ts'

/** Starts Apollo's gateway as its documentation does, but without telemetry, which has nobody to go to. */
export function startStockApollo(world: World): Promise<RunningSystem> {
  return startServer('stockApollo', { SUPERGRAPH_PATH: world.supergraphPath, APOLLO_TELEMETRY_DISABLED: '1' }, world)
}
