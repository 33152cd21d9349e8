/** Settles as the work does, or rejects when the signal aborts, whichever comes first. The work itself goes on. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Error('The time for it is over.', { cause: signal.reason }))
    const stay = (): void => signal.removeEventListener('abort', leave)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    work.finally(stay).then(resolve, reject)
  })
}
