import { statSync } from 'node:fs'
import type { BigIntStats } from 'node:fs'

/** As big integers: in nanoseconds, and with numbers of files that are not rounded. */
const options = { bigint: true, throwIfNoEntry: false } as const

/** Milliseconds after a change in which another one may have the same time: some file systems count in steps of two seconds. */
const coarsest = 2000

/**
 * Makes a check whether a directory is the one that it was, and nothing was made, moved or removed in it, since the check before,
 * which came long enough after the last change to tell a further one from it. It may say no where nothing happened. One look of some two microseconds, in this turn of the event loop,
 * stands for one at each file, and leaves their times unread: Linux notes the time of each write to a file, and has to write it down
 * with it, where somebody has read the one before.
 */
export function createDirectoryCheck(path: string, now: () => number): () => boolean {
  let seen: BigIntStats | undefined
  let changedAt = now()
  /** Whether a change since the last look would have another time. */
  let isSettled = false
  return function isAtRest() {
    const there = statSync(path, options)
    const isSame = there?.dev === seen?.dev && there?.ino === seen?.ino && there?.ctimeNs === seen?.ctimeNs
    seen = there
    const isAtRestSince = isSettled && isSame
    if (!isSame) changedAt = now()
    isSettled = there !== undefined && now() - changedAt > coarsest
    return isAtRestSince
  }
}
