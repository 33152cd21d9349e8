import type { Logger } from '../../../platform/Logger.ts'
import type { AgencyAnswerError } from '../../agency/AgencyAnswer.ts'
import type { ErrorReader } from './createErrorReader.ts'

export interface AgencyLog {
  readonly logger: Logger
  /** What a line is about. */
  readonly about: {
    readonly agency: string
    /** As the agency was told it. */
    readonly correlationId: string
    /** Those of other requests that travelled with this one. */
    readonly joined?: readonly string[]
  }
}

/** Logs that an answer had errors, once for each code; those about the request itself are no news. None of the agency's text is logged. */
export function logErrors(
  errors: readonly AgencyAnswerError[],
  reader: ErrorReader,
  { logger, about }: AgencyLog,
): void {
  if (errors.length === 0) return
  const counts = new Map<string, { count: number; readonly level: 'warn' | 'debug' }>()
  for (const error of errors) {
    const code = readCode(error.extensions?.['code'])
    const isAgencys = reader.read(error).details.agency !== undefined
    const entry = counts.get(code) ?? { count: 0, level: isAgencys ? 'warn' : 'debug' }
    entry.count += 1
    counts.set(code, entry)
  }
  for (const [code, { count, level }] of counts) {
    logger[level]({ ...about, code, count }, 'an agency answered with an error')
  }
}

/** With a digit or two at most: more may be somebody's number. */
function readCode(code: unknown): string {
  return typeof code === 'string' && /^[A-Z][A-Z_]{0,39}\d{0,2}$/.test(code) ? code : 'none'
}
