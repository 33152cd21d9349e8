/** What an aborted signal means for the call: the time was over, or the asker left. */
export function abortKind(signal: AbortSignal): 'TIMEOUT' | 'CANCELLED' {
  const reason: unknown = signal.reason
  const isTimeout = typeof reason === 'object' && reason !== null && 'name' in reason && reason.name === 'TimeoutError'
  return isTimeout ? 'TIMEOUT' : 'CANCELLED'
}
