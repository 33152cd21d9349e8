import { hash } from 'node:crypto'

/** SHA-256 of a text, hexadecimal: what clients of persisted queries call an operation. */
export function hashText(text: string): string {
  return hash('sha256', text, 'hex')
}
