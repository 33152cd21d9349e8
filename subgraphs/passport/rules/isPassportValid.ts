/** What decides whether a travel document can be used. */
interface PassportTerms {
  readonly issuedAt: string
  readonly expiresAt: string
  readonly status: string
}

/** Whether a travel document can be used on a day: issued by then, not expired, and in force. */
export function isPassportValid({ issuedAt, expiresAt, status }: PassportTerms, day: string): boolean {
  return status === 'IN_FORCE' && issuedAt <= day && day <= expiresAt
}
