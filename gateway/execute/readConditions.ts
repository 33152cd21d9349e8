import { Kind } from 'graphql'
import type { DirectiveNode } from 'graphql'
import type { Condition } from './Condition.ts'
import type { Variables } from './Variables.ts'

/** The variables that `@skip` and `@include` make a selection depend on, or `never` when it is never there. */
export function readConditions(
  directives: readonly DirectiveNode[],
  defaults: Variables,
): readonly Condition[] | 'never' {
  const conditions: Condition[] = []
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue
    const wanted = name.value === 'include'
    const value = given?.[0]?.value
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return 'never'
    if (value?.kind !== Kind.VARIABLE) continue
    const variable = value.name.value
    conditions.push({ variable, wanted, fallback: defaults[variable] === true })
  }
  return conditions
}
