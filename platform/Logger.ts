/** Writes one line: a constant message, never personal data, with fields of ours beside it. */
export interface LogMethod {
  (message: string): void
  (fields: object, message: string): void
}

/** A structured logger. */
export type Logger = Readonly<Record<'debug' | 'info' | 'warn' | 'error' | 'fatal', LogMethod>>
