import { longestLife } from '../../../platform/longestLife.ts'

/**
 * Milliseconds that a counter is kept from its first read or last rise: longer than an entry lives, because one that is
 * lost earlier takes the entries that were written under it along.
 */
export const counterLife = 2 * longestLife
