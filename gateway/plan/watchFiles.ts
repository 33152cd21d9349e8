import { unwatchFile, watchFile } from 'node:fs'
import type { Stats } from 'node:fs'

export interface WatchOptions {
  /** Milliseconds between two looks at a file; 0 for never. */
  readonly pause: number
  /**
   * Takes over what the files have now, or gives up where the signal says so. It is not called again before it has ended, and it
   * never rejects.
   */
  readonly onChange: (signal: AbortSignal) => Promise<void>
}

/**
 * Watches files, also one that is replaced, is a link to another by now, or is not there yet. It looks at once, for whoever
 * serves them read them before. Answers how to stop, which ends what is under way.
 */
export function watchFiles(paths: readonly string[], { pause, onChange }: WatchOptions): () => Promise<void> {
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

  /** Node tells of a file that is not there, though nothing has become of it. */
  function notice(now: Stats, before: Stats): void {
    if (now.nlink > 0 || before.nlink > 0) look()
  }

  for (const path of paths) watchFile(path, { interval: pause, persistent: false }, notice)
  look()
  return async function stop() {
    for (const path of paths) unwatchFile(path, notice)
    stopping.abort()
    await running
  }
}
