/** What decides whether a police clearance can be used. */
interface ClearanceTerms {
  readonly issuedAt: string
  readonly expiresAt: string
  readonly status: string
}

/** Whether a police clearance can be used on a day: issued by then, not expired, and neither refused nor revoked. */
export function isClearanceValid({ issuedAt, expiresAt, status }: ClearanceTerms, day: string): boolean {
  return status === 'ISSUED' && issuedAt <= day && day <= expiresAt
}
