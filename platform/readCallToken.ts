import { headers } from './headers.ts'

/** The token of a call between gateway and agency; empty, which is none, where the header is not there or of another scheme. */
export function readCallToken(request: { readonly headers: Readonly<Record<string, unknown>> }): string {
  const given = request.headers[headers.callToken]
  const [scheme, token = ''] = typeof given === 'string' ? given.split(' ') : []
  return scheme === 'Bearer' ? token : ''
}
