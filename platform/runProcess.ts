import { EnvironmentError } from './EnvironmentError.ts'
import type { Logger } from './Logger.ts'
import { killWithin } from './killWithin.ts'

/** Something that runs until it is stopped. */
export interface Running {
  /** Resolves when requests in flight are finished and everything is closed. */
  readonly stop: () => Promise<void>
}

export interface ProcessOptions {
  readonly logger: Logger
  readonly start: () => Promise<Running>
  /** Milliseconds that stopping may take before the process exits anyway, with status 1. */
  readonly stopLimit: number
  readonly process?: Pick<NodeJS.Process, 'on' | 'exit' | 'pid' | 'stderr'>
  /** Kills a process that is still there in a moment. */
  readonly killLater?: (pid: number) => void
}

/**
 * Runs a server as a process: starts it, stops it once on SIGTERM, SIGINT, SIGHUP or when a parent that it talks to goes away,
 * and exits with 0, or with 1 when the start or the stop failed or something threw outside a request. What is wrong with the
 * environment is said on standard error in plain words. One that does not end by that is killed a moment later: to exit waits for
 * the threads of the pool, of which one may be in a call to a disk that never answers.
 */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const { logger, start, stopLimit, process: host = process, killLater = killWithin } = options
  let running: Running | undefined
  let stopping = false

  function exit(status: number): void {
    killLater(host.pid)
    host.exit(status)
  }

  async function stop(status: number): Promise<void> {
    if (stopping) return
    stopping = true
    const limit = setTimeout(() => {
      logger.error('stopping took too long')
      exit(1)
    }, stopLimit)
    try {
      await running?.stop()
      logger.info('stopped')
      exit(status)
    } catch (error) {
      logger.error({ error }, 'stopping failed')
      exit(1)
    } finally {
      clearTimeout(limit)
    }
  }

  const fail = (error: unknown): void => {
    logger.fatal({ error }, 'something threw outside a request')
    void stop(1)
  }
  host.on('SIGTERM', () => void stop(0))
  host.on('SIGINT', () => void stop(0))
  host.on('SIGHUP', () => void stop(0))
  host.on('disconnect', () => void stop(0))
  host.on('uncaughtException', fail)
  host.on('unhandledRejection', fail)

  try {
    running = await start()
  } catch (error) {
    if (error instanceof EnvironmentError) host.stderr.write(`${error.message}\n`)
    else logger.fatal({ error }, 'could not start')
    exit(1)
  }
}
