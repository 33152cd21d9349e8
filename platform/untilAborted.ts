/**
 * Settles as the work does, or rejects with what `reason` makes when the signal aborts, whichever comes first. The work itself
 * goes on, and what becomes of it then is nobody's concern.
 */
export function untilAborted<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
  reason: () => Error = () => new Error('The time for it is over.', { cause: signal.reason }),
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(reason())
    const stay = (): void => signal.removeEventListener('abort', leave)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.finally(stay).then(resolve, reject)
  })
}
