import type { CallSigner } from '../../platform/createCallSigner.ts'
import { headers } from '../../platform/headers.ts'
import type { Dispatch } from './Dispatch.ts'
import { writeBody } from './writeBody.ts'

export interface IdentityOptions {
  readonly sign: CallSigner
}

/** Sends each call with a token that says who asks, and a signature that is good for the very bytes that are sent. */
export function withIdentity(dispatch: Dispatch, { sign }: IdentityOptions): Dispatch {
  return function dispatchSigned(call) {
    const body = writeBody(call)
    const { token, signature } = sign(call.asker, body)
    const identity = { [headers.callToken]: `Bearer ${token}`, [headers.callSignature]: signature }
    return dispatch({ ...call, body, headers: { ...call.headers, ...identity } })
  }
}
