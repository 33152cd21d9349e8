import type { ChainEnd } from './createChain.ts'

/** The end of a chain that has no entry yet. */
export const beginning: ChainEnd = Object.freeze({ sequence: 0, hash: 'A'.repeat(43) })
