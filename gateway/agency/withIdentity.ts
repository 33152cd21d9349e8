import type { CallSigner } from '../../platform/createCallSigner.ts'
import { digestBody } from '../../platform/digestBody.ts'
import { headers } from '../../platform/headers.ts'
import type { Dispatch } from './Dispatch.ts'
import { writeBody } from './writeBody.ts'

export interface IdentityOptions {
  readonly sign: CallSigner
}

/** Sends each call with a token that says who asks and is good for the very bytes that are sent. */
export function withIdentity(dispatch: Dispatch, { sign }: IdentityOptions): Dispatch {
  return function dispatchSigned(call) {
    const body = writeBody(call)
    const token = sign({ ...call.asker, correlationId: call.correlationId, bodyDigest: digestBody(body) })
    return dispatch({ ...call, body, headers: { ...call.headers, [headers.callToken]: `Bearer ${token}` } })
  }
}
