import { codeOf } from './codeOf.ts'

/** What of an error may be logged: its kind, its code and where it was thrown. Never its message, which may hold a value. */
export interface ErrorDescription {
  readonly name: string
  /** Its own, or else that of its cause: a failed `fetch` has none but there. */
  readonly code?: string
  readonly at?: readonly string[]
}

const framesKept = 6

/** Describes any thrown value without its message. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = codeOf(error) ?? codeOf(error.cause)
  const at = framesOf(error)
  return { name: error.name, ...(code === undefined ? {} : { code }), ...(at.length === 0 ? {} : { at }) }
}

/** The frames stand behind the message, and a message may look like frames; where it cannot be cut off, none is kept. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const start = stack.indexOf(message)
  if (start === -1) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, framesKept)
    .map((line) => line.trim())
}
