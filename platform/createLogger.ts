import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Logger } from './Logger.ts'
import { createInstantWriter } from './createInstantWriter.ts'
import { describeError } from './describeError.ts'

export interface LoggerOptions {
  /** The process: `gateway`, or an agency's name. */
  readonly name: string
  readonly level: string
  /** Where lines go; by default to standard output, gathered for a moment. */
  readonly destination?: DestinationStream
}

/**
 * To write each line by itself wakes a thread for it, which takes a busy gateway a fifth of what HTTP does. What is not written yet
 * is written when the process exits or a fatal line comes; who kills it loses what came in the last moment.
 */
const standardOutput = {
  dest: 1,
  sync: false,
  /** Bytes that are waited for, and milliseconds after which they are waited for no longer. */
  minLength: 4_096,
  periodicFlush: 50,
  /** Bytes that may wait for a reader that has stalled; what comes then is dropped. */
  maxLength: 16_777_216,
}

/** Makes a logger of JSON lines. An error is logged without its message, see `describeError`. */
export function createLogger({ name, level, destination }: LoggerOptions): Logger {
  const writeInstant = createInstantWriter()
  const options = {
    name,
    level,
    base: { name },
    timestamp: () => `,"time":"${writeInstant(Date.now())}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    // Where an error itself is given for the fields, this is what it is called.
    errorKey: 'error',
    serializers: { error: describeError, err: describeError },
  }
  return pino(options, destination ?? pino.destination(standardOutput))
}
