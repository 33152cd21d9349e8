import { createSecretKey } from 'node:crypto'
import { createDigester } from '../../../platform/createDigester.ts'
import { deriveKey } from '../../../platform/deriveKey.ts'
import { joinParts } from '../../cache/names/joinParts.ts'

/** Makes names from which nobody learns a client or an applicant without the secret (HMAC-SHA-256). */
export interface FairnessNames {
  /** 128 bits, the same for ever. */
  readonly client: (client: string) => string
  /** 66 bits (8 bytes, read as base64url), which tell applicants of one client and day apart and connect no two clients or days. */
  readonly applicant: (client: string, day: string, applicant: string) => string
}

/** Makes the names under a secret; gateways that share a limit share it. */
export function createFairnessNames(secret: string): FairnessNames {
  const key = createSecretKey(deriveKey(secret, 'fairness: names'))
  const digest = createDigester(key)
  return {
    client: (client) => digest(joinParts(['client', client])).slice(0, 22),
    applicant: (client, day, applicant) => digest(joinParts(['applicant', client, day, applicant])).slice(0, 11),
  }
}
