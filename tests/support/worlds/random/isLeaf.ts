import { leafTypes } from './leafTypes.ts'
import type { DrawnField } from './DrawnGraph.ts'

/** Whether a field has nothing inside. */
export function isLeaf({ type }: DrawnField): boolean {
  return leafTypes.some((leaf) => leaf === type)
}
