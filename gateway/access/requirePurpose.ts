import { fault } from '../../platform/fault.ts'
import type { Operation } from '../operation/createOperationReader.ts'
import type { Caller } from './Caller.ts'

/** Throws PURPOSE_FORBIDDEN, with those that are allowed, for a registered operation that is not for the purpose for which it is asked. */
export function requirePurpose(
  { registered }: Pick<Operation, 'registered'>,
  { purpose }: Pick<Caller, 'purpose'>,
): void {
  if (registered === undefined || registered.purposes.includes(purpose)) return
  throw fault('PURPOSE_FORBIDDEN', { allowed: registered.purposes })
}
