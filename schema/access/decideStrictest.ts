import type { FieldPolicy } from './FieldPolicy.ts'
import type { Rights } from './Rights.ts'
import { decideField } from './decideField.ts'
import type { Decision } from './decideField.ts'

/**
 * How a field that may turn out to be any of several, as an interface's may, is shown to these rights: as the strictest of them is, and
 * not at all where they are masked in different ways, of which each may show what another hides.
 */
export function decideStrictest(
  policies: readonly FieldPolicy[],
  rights: Pick<Rights, 'scopes' | 'purpose'>,
): Decision {
  const decisions = policies.map((policy) => decideField(policy, rights))
  const masks = new Set(decisions.flatMap((decision) => (decision.shown === 'masked' ? [decision.mask] : [])))
  const [strictest] = decisions.toSorted((one, other) => strictness[other.shown] - strictness[one.shown])
  return strictest === undefined || masks.size > 1 ? { shown: 'not' } : strictest
}

const strictness: Readonly<Record<Decision['shown'], number>> = { whole: 0, masked: 1, not: 2 }
