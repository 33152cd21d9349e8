import type { DrawnField } from './DrawnGraph.ts'

/** Whether an agency does not answer a field and never did, so that it has to be told of it. */
export function isForeign({ owners, overriddenFrom }: DrawnField, agency: string): boolean {
  return !owners.includes(agency) && overriddenFrom !== agency
}
