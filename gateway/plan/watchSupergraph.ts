import { unwatchFile, watchFile } from 'node:fs'

export interface WatchOptions {
  /** Milliseconds between two looks at the file; 0 for never. */
  readonly pause: number
  /**
   * Takes over what the file has now, or gives up where the signal says so. It is not called again before it has ended, and it
   * never rejects.
   */
  readonly onChange: (signal: AbortSignal) => Promise<void>
}

/**
 * Watches the file of a supergraph, also one that is replaced or is a link to another by now. It looks at once, for whoever
 * served it read it before. Answers how to stop, which ends what is under way.
 */
export function watchSupergraph(path: string, { pause, onChange }: WatchOptions): () => Promise<void> {
  if (pause === 0) return () => Promise.resolve()
  const stopping = new AbortController()
  let isWaiting = false
  let running: Promise<void> | undefined

  function look(): void {
    if (stopping.signal.aborted) return
    // What is written while the last content is taken over is taken over next.
    isWaiting = running !== undefined
    if (isWaiting) return
    running = onChange(stopping.signal).finally(() => {
      running = undefined
      if (isWaiting) look()
    })
  }

  watchFile(path, { interval: pause, persistent: false }, look)
  look()
  return async function stop() {
    unwatchFile(path, look)
    stopping.abort()
    await running
  }
}
