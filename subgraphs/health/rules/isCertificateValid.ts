/** What decides whether a health certificate holds. */
export interface CertificateTerms {
  readonly examinedAt: string
  readonly expiresAt: string
  readonly voidedAt: string | null
}

/** Whether a certificate holds on a day: examined by then, not expired, and not void yet. */
export function isCertificateValid({ examinedAt, expiresAt, voidedAt }: CertificateTerms, day: string): boolean {
  return examinedAt <= day && day <= expiresAt && (voidedAt === null || day < voidedAt)
}
