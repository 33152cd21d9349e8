import { EnvironmentError } from './EnvironmentError.ts'
import { codeOf } from './codeOf.ts'

const noSuchHost = 'HOST is no address of this machine. Allowed is one of its own, or 0.0.0.0 for all.'

/** What is wrong, by the code of the error that the operating system gives. */
const complaints: Readonly<Record<string, (variable: string) => string>> = {
  EADDRINUSE: (variable) => `${variable} is taken by another process. Allowed is a free port, or 0.`,
  EACCES: (variable) => `${variable} is a port that this user may not take. Allowed is a free port, or 0.`,
  EADDRNOTAVAIL: () => noSuchHost,
  EAFNOSUPPORT: () => noSuchHost,
  ENOTFOUND: () => noSuchHost,
}

/**
 * What to throw when a server could not listen: an EnvironmentError that names the variable of its port, or HOST; anything
 * else that was thrown is answered as it is.
 */
export function listenError(thrown: unknown, variable: string): unknown {
  const complaint = complaints[codeOf(thrown) ?? '']
  return complaint === undefined ? thrown : new EnvironmentError(complaint(variable))
}
