import type { Attack } from './AttackRow.ts'

/** A request by hash, with what else it holds. */
export function persistedAttack(persistedQuery: unknown, more: object = {}): Attack {
  return { body: { extensions: { persistedQuery }, ...more } }
}
