import { pino } from 'pino'
import type { DestinationStream } from 'pino'
import type { Logger } from './Logger.ts'
import { writeInstant } from './writeInstant.ts'
import { describeError } from './describeError.ts'
import { gatherLines } from './gatherLines.ts'

export interface LoggerOptions {
  /** The process: `gateway`, or an agency's name. */
  readonly name: string
  readonly level: string
  /** Where lines go; by default to standard output, gathered for a moment. */
  readonly destination?: DestinationStream
}

/** Written to in turn, as Node does: the order of lines is kept, and none is lost when the process ends. */
let standardOutput: DestinationStream | undefined

/** Makes a logger of JSON lines. An error is logged without its message, see `describeError`. */
export function createLogger({ name, level, destination }: LoggerOptions): Logger {
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
  return pino(options, destination ?? (standardOutput ??= gatherLines(process.stdout)))
}
