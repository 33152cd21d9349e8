import type { LogMethod, Logger } from '../../platform/Logger.ts'

export interface RecordedLine {
  readonly level: keyof Logger
  readonly message: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A logger that keeps its lines. */
export function recordLines(): { readonly logger: Logger; readonly lines: readonly RecordedLine[] } {
  const lines: RecordedLine[] = []
  const method = (level: keyof Logger): LogMethod =>
    function log(first: object | string, message?: string) {
      if (typeof first === 'string') lines.push({ level, message: first, fields: {} })
      else lines.push({ level, message: message ?? '', fields: { ...first } })
    }
  const logger = {
    debug: method('debug'),
    info: method('info'),
    warn: method('warn'),
    error: method('error'),
    fatal: method('fatal'),
  }
  return { logger, lines }
}
