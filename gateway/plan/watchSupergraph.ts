import { unwatchFile, watchFile } from 'node:fs'

export interface WatchOptions {
  /** Milliseconds between two looks at the file; 0 for never. */
  readonly pause: number
  /** Takes over what the file has now. It is not called again before it has ended, and it never rejects. */
  readonly onChange: () => Promise<void>
}

/** Watches the file of a supergraph, also one that is replaced or is a link to another by now. Answers how to stop. */
export function watchSupergraph(path: string, { pause, onChange }: WatchOptions): () => Promise<void> {
  if (pause === 0) return () => Promise.resolve()
  let isStopped = false
  let isWaiting = false
  let running: Promise<void> | undefined

  function look(): void {
    if (isStopped) return
    // What is written while the last content is taken over is taken over next.
    isWaiting = running !== undefined
    if (isWaiting) return
    running = onChange().finally(() => {
      running = undefined
      if (isWaiting) look()
    })
  }

  watchFile(path, { interval: pause, persistent: false }, look)
  return async function stop() {
    isStopped = true
    unwatchFile(path, look)
    await running
  }
}
