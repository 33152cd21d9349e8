/** What decides whether a health certificate holds. */
export interface CertificateTerms {
  readonly examinedAt: string
  readonly expiresAt: string
  readonly voidedAt: string | null
}

/**
 * Whether a certificate holds on a day: examined by then, not expired, and not void. One that became void holds on no day, not
 * even before: from days in the past, whoever may not see when it became void would learn it.
 */
export function isCertificateValid({ examinedAt, expiresAt, voidedAt }: CertificateTerms, day: string): boolean {
  return examinedAt <= day && day <= expiresAt && voidedAt === null
}
