import type { FieldPolicy } from './FieldPolicy.ts'
import type { Rights } from './Rights.ts'
import type { Mask } from './masks.ts'

/** How a field is shown. */
export type Decision =
  { readonly shown: 'whole' } | { readonly shown: 'masked'; readonly mask: Mask } | { readonly shown: 'not' }

/** How a field with such a policy is shown to these rights: by the first rule that fits, and not at all by none. */
export function decideField({ rules }: FieldPolicy, { scopes, purpose }: Pick<Rights, 'scopes' | 'purpose'>): Decision {
  const rule = rules.find(({ scope, purposes }) => scopes.has(scope) && (purposes?.includes(purpose) ?? true))
  if (rule === undefined) return { shown: 'not' }
  return rule.mask === undefined ? { shown: 'whole' } : { shown: 'masked', mask: rule.mask }
}
