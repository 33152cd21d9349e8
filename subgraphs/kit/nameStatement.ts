import { hash } from 'node:crypto'

/** The name under which PostgreSQL keeps a statement prepared, from its text; it may have 63 bytes. */
export function nameStatement(text: string): string {
  return hash('sha1', text, 'base64url')
}
