import { createCallSigner } from '../../platform/createCallSigner.ts'
import { headers } from '../../platform/headers.ts'
import { everyScope } from '../../schema/access/everyScope.ts'

/** Where an agency answers, and what a call to it is signed with. */
export interface CallTarget {
  readonly url: string
  readonly agency: string
  readonly callKey: string
  readonly clock: () => number
}

/** A request as nobody but a test would send it. */
export interface RawRequest {
  readonly body: string
  /** The body that is signed; the one that is sent, unless told otherwise. */
  readonly signedBody?: string
  /** What it is signed with, where that is not the target's own. */
  readonly signedFor?: Partial<Omit<CallTarget, 'url'>>
  /** Replace or, where undefined, leave out what would be sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

export interface RawResponse {
  readonly status: number
  readonly text: string
  /** The codes of the errors in the body. */
  readonly codes: readonly unknown[]
}

/** Posts to an agency with a token and a signature of the test's making. */
export async function postToAgency(target: CallTarget, request: RawRequest): Promise<RawResponse> {
  const { agency, callKey, clock } = { ...target, ...request.signedFor }
  const sign = createCallSigner({ key: callKey, agency, clock })
  const asker = { subject: 'test', purpose: 'service-delivery', scopes: [everyScope] }
  const { token, signature } = sign(asker, request.signedBody ?? request.body)
  const all = {
    'content-type': 'application/json',
    [headers.callToken]: `Bearer ${token}`,
    [headers.callSignature]: signature,
    ...request.headers,
  }
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const response = await fetch(target.url, { method: 'POST', headers: Object.fromEntries(given), body: request.body })
  const text = await response.text()
  const { errors = [] } = JSON.parse(text) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[]
  }
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions?.code) }
}
