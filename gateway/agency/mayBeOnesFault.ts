import type { AgencyFailure, AgencyFailureKind } from './AgencyFailure.ts'

/** Whether one of several things that were asked for may have brought a failure about. The others are of the agency, or of the way to it. */
export function mayBeOnesFault({ kind }: AgencyFailure): boolean {
  return kinds.has(kind)
}

const kinds: ReadonlySet<AgencyFailureKind> = new Set([
  'STATUS',
  'CONTENT_TYPE',
  'MALFORMED',
  'TOO_LARGE',
  'WRONG_SHAPE',
])
