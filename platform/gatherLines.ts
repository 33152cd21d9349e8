import type { Writable } from 'node:stream'
import type { DestinationStream } from 'pino'

/** A destination of lines that writes several at once. */
export interface GatheringDestination extends DestinationStream {
  /** Writes what is gathered; pino asks for it after a fatal line. */
  readonly flushSync: () => void
}

/** Characters that are written at once, and milliseconds after which fewer are. */
const enough = 4_096
const longest = 50
/** Characters that may wait for a reader that has stalled. */
const most = 16_777_216

/**
 * Gathers lines for a moment: a write takes as long whether there is one in it or a dozen. What is still gathered is written when the
 * process exits. Nobody waits for whoever reads them: what is too much for one that stalls is counted and told once it reads
 * again, and what comes after one has gone is dropped.
 */
export function gatherLines(output: Writable): GatheringDestination {
  let lines: string[] = []
  let length = 0
  let lost = 0
  let timer: NodeJS.Timeout | undefined

  function flushSync(): void {
    clearTimeout(timer)
    timer = undefined
    if (output.writableLength > most) lost += lines.length
    else if (output.writable && lines.length > 0) {
      output.write(`${noteOf(lost)}${lines.join('')}`)
      lost = 0
    }
    lines = []
    length = 0
  }
  output.on('error', () => undefined)
  process.once('exit', flushSync)
  return {
    write(line) {
      lines.push(line)
      length += line.length
      if (length >= enough) flushSync()
      else timer ??= setTimeout(flushSync, longest).unref()
    },
    flushSync,
  }
}

function noteOf(lost: number): string {
  return lost === 0 ? '' : `${JSON.stringify({ level: 'warn', lost, msg: 'lines were lost: nobody read them' })}\n`
}
