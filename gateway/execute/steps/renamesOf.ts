import type { Rewrite } from '../PlanNode.ts'

/** The keys that rewrites of an answer rename, each with its new one. The planner gives each old key to one field alone. */
export function renamesOf(rewrites: readonly Rewrite[]): ReadonlyMap<string, string> {
  const renames = rewrites.flatMap(({ path, change }) =>
    'rename' in change ? [[path.at(-1) ?? '', change.rename] as const] : [],
  )
  return new Map(renames)
}
