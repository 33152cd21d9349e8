import { EnvironmentError } from './EnvironmentError.ts'
import type { Logger } from './Logger.ts'

/** Something that runs until it is stopped. */
export interface Running {
  /** Resolves when requests in flight are finished and everything is closed. */
  readonly stop: () => Promise<void>
}

export interface ProcessOptions {
  readonly logger: Logger
  readonly start: () => Promise<Running>
  /** Milliseconds that stopping may take before the process is ended anyway, by SIGKILL. */
  readonly stopLimit: number
  readonly process?: Pick<NodeJS.Process, 'on' | 'once' | 'exit' | 'kill' | 'pid' | 'stderr'>
}

/**
 * Runs a server as a process: starts it, stops it once on SIGTERM, SIGINT, SIGHUP or when a parent that it talks to goes away,
 * and exits with 0, or with 1 when the start or the stop failed or something threw outside a request. What is wrong with the
 * environment is said on standard error in plain words.
 */
export async function runProcess({ logger, start, stopLimit, process: host = process }: ProcessOptions): Promise<void> {
  let running: Running | undefined
  let stopping = false

  async function stop(status: number): Promise<void> {
    if (stopping) return
    stopping = true
    const limit = setTimeout(() => {
      logger.error('stopping took too long')
      // After what is done at the exit. It would wait for the threads of the pool: one may be in a call to a disk that never answers.
      host.once('exit', () => host.kill(host.pid, 'SIGKILL'))
      host.exit(1)
    }, stopLimit)
    try {
      await running?.stop()
      logger.info('stopped')
      host.exit(status)
    } catch (error) {
      logger.error({ error }, 'stopping failed')
      host.exit(1)
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
    host.exit(1)
  }
}
