import type { RunningSystem, System, World } from '../systems/System.ts'

/** The systems that run at the moment. */
export interface Fleet {
  /** Starts a system, unless it runs already. Rejects with the reason, each time, where it could not be started. */
  readonly running: (system: System) => Promise<RunningSystem>
  /** Stops a system that did wrong; it is started anew when it is asked for again. */
  readonly discard: (system: System) => Promise<void>
  /** Stops all of them. */
  readonly stop: () => Promise<void>
}

/** Warms a system that has just been started. */
export type WarmUp = (running: RunningSystem, system: System) => Promise<unknown>

/** Makes a fleet in which nothing runs yet. What is started is warmed before it is handed out. */
export function createFleet(world: World, warmUp: WarmUp): Fleet {
  const started = new Map<System, Promise<RunningSystem>>()

  async function start(system: System): Promise<RunningSystem> {
    const running = await system.start(world)
    try {
      await warmUp(running, system)
      return running
    } catch (error) {
      await running.stop()
      throw error
    }
  }

  async function end(running: Promise<RunningSystem>): Promise<void> {
    const known = await running.catch(() => undefined) // Who waited for it was told.
    await known?.stop()
  }
  return {
    running(system) {
      const running = started.get(system) ?? start(system)
      started.set(system, running)
      return running
    },
    async discard(system) {
      const running = started.get(system)
      started.delete(system)
      if (running !== undefined) await end(running)
    },
    async stop() {
      await Promise.all([...started.values()].map(end))
      started.clear()
    },
  }
}
