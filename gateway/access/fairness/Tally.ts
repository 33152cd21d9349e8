import type { WitaDay } from './witaDayAt.ts'

/** Keeps count of what clients do, in one place. */
export interface Tally {
  /** Milliseconds until the client may send a request; 0 where it may now, and then it is counted. */
  readonly take: (client: string) => Promise<number>
  /** Whether the client may see these on this day besides those that it has seen; they count, once each, only if it may. */
  readonly see: (client: string, day: WitaDay, applicants: readonly string[]) => Promise<boolean>
}
