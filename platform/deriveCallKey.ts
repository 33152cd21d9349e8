import { deriveKey } from './deriveKey.ts'

/**
 * The key that signs calls to one agency, as base64url of 32 bytes, derived from the gateway's secret with the agency's
 * name. An agency holds only its own key, so it cannot forge a call to another.
 */
export function deriveCallKey(secret: string, agency: string): string {
  return deriveKey(secret, `agency call: ${agency}`).toString('base64url')
}
