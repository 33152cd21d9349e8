import { hash } from 'node:crypto'

/** SHA-256 of a request body as base64url, as it stands in a call token. */
export function digestBody(body: string | Buffer): string {
  return hash('sha256', body, 'base64url')
}
