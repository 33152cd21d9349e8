import type { JWTVerifyGetKey } from 'jose'

/**
 * Finds the public key that a token says it was signed with. Rejects with AUTHENTICATION_UNAVAILABLE where no keys are to be
 * had, and with any other error where the token names none of them.
 */
export type KeySource = JWTVerifyGetKey
