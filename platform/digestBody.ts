import { hash } from 'node:crypto'

/** SHA-256 of a request body as base64url, as it stands in the token of a change. */
export function digestBody(body: string | Buffer): string {
  return hash('sha256', body, 'base64url')
}
