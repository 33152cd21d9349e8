import { statSync } from 'node:fs'
import type { BigIntStats } from 'node:fs'

/** As big integers: a file system of the network may give numbers that are too long to be told apart otherwise. */
const options = { bigint: true, throwIfNoEntry: false } as const

/**
 * Makes a check whether a path still leads to a file that is open: the system gives its number to no other as long as it is. Some
 * one and a half microseconds, in this turn of the event loop, where the pool of threads would take forty.
 */
export function createPlaceCheck(path: string, opened: Pick<BigIntStats, 'dev' | 'ino'>): () => boolean {
  const { dev, ino } = opened
  return function isInPlace() {
    const there = statSync(path, options)
    return there !== undefined && there.dev === dev && there.ino === ino
  }
}
