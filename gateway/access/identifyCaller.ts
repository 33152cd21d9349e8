import { isPurpose } from '../../schema/access/isPurpose.ts'
import { principalKinds } from '../../schema/access/principalKinds.ts'
import { fault } from '../../platform/fault.ts'
import type { Caller } from './Caller.ts'
import type { Principal } from './Principal.ts'
import { rightsFor } from './rightsFor.ts'

/**
 * Who asks, for the purpose that the header `x-purpose` names. Throws PURPOSE_REQUIRED where it names none of the list, and
 * PURPOSE_FORBIDDEN where such a principal may not ask for it.
 */
export function identifyCaller(principal: Principal, given: string | readonly string[] | undefined): Caller {
  if (typeof given !== 'string' || !isPurpose(given)) throw fault('PURPOSE_REQUIRED')
  const { kind, scopes } = principal
  const allowed: readonly string[] = principalKinds[kind].purposes
  if (!allowed.includes(given)) throw fault('PURPOSE_FORBIDDEN')
  return { principal, purpose: given, rights: rightsFor(scopes, given) }
}
