import type { Requirement } from '../../gateway/execute/PlanNode.ts'

/** A requirement as it is written in a selection: fields, and fragments as pairs of a type and a selection. */
export function requires(...selections: readonly (string | readonly [string, ...string[]])[]): readonly Requirement[] {
  return selections.map((one): Requirement => {
    if (typeof one === 'string') return { kind: 'field', key: one, name: one, selections: null }
    const [on, ...keys] = one
    return { kind: 'fragment', on, selections: requires(...keys) }
  })
}
