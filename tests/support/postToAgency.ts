import { createCallSigner } from '../../platform/createCallSigner.ts'
import { digestBody } from '../../platform/digestBody.ts'
import { everyScope } from '../../schema/access/everyScope.ts'

/** Where an agency answers, and what a call token for it is made of. */
export interface CallTarget {
  readonly url: string
  readonly agency: string
  readonly callKey: string
  readonly clock: () => number
}

/** A request as nobody but a test would send it. */
export interface RawRequest {
  readonly body: string
  /** The body that the token is made for; the one that is sent, unless told otherwise. */
  readonly signedBody?: string
  /** What the token is made of, where that is not the target's own. */
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

/** Posts to an agency with a token of the test's making. */
export async function postToAgency(target: CallTarget, request: RawRequest): Promise<RawResponse> {
  const { agency, callKey, clock } = { ...target, ...request.signedFor }
  const token = createCallSigner({ key: callKey, agency, clock })({
    subject: 'test',
    purpose: 'service-delivery',
    scopes: [everyScope],
    correlationId: 'test-correlation',
    bodyDigest: digestBody(request.signedBody ?? request.body),
  })
  const all = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...request.headers }
  const given = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const response = await fetch(target.url, { method: 'POST', headers: Object.fromEntries(given), body: request.body })
  const text = await response.text()
  const { errors = [] } = JSON.parse(text) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[]
  }
  return { status: response.status, text, codes: errors.map(({ extensions }) => extensions?.code) }
}
