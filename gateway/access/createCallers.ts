import { fault } from '../../platform/fault.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'
import { oncePerText } from '../../platform/oncePerText.ts'
import { isPurpose } from '../../schema/access/isPurpose.ts'
import { principalKinds } from '../../schema/access/principalKinds.ts'
import type { Purpose } from '../../schema/access/purposes.ts'
import type { Caller } from './Caller.ts'
import type { Principal } from './Principal.ts'
import { rightsFor } from './rightsFor.ts'

/**
 * Who asks, for the purpose that the header `x-purpose` names; the same object for the same principal and purpose. Throws
 * PURPOSE_REQUIRED where it names none of the list, and PURPOSE_FORBIDDEN, with those that are allowed, where such a principal may
 * not ask for it.
 */
export type Callers = (principal: Principal, given: string | readonly string[] | undefined) => Caller

/** Makes callers, which are remembered for as long as their principals: what is made of one further down is found by it. */
export function createCallers(): Callers {
  const callersOf = oncePerObject((principal: Principal) =>
    oncePerText((purpose: Purpose) => callerOf(principal, purpose)),
  )

  return function identifyCaller(principal, given) {
    if (typeof given !== 'string' || !isPurpose(given)) throw fault('PURPOSE_REQUIRED')
    return callersOf(principal)(given)
  }
}

function callerOf(principal: Principal, purpose: Purpose): Caller {
  const { kind, subject, scopes } = principal
  const allowed: readonly Purpose[] = principalKinds[kind].purposes
  if (!allowed.includes(purpose)) throw fault('PURPOSE_FORBIDDEN', { allowed })
  const asker = Object.freeze({ subject, purpose, scopes })
  return Object.freeze({ principal, purpose, rights: rightsFor(scopes, purpose), asker })
}
