import { isCertificateValid } from './isCertificateValid.ts'
import type { CertificateTerms } from './isCertificateValid.ts'

/** What decides whether the person who was examined may work. */
interface ExaminationTerms extends CertificateTerms {
  readonly physical: string
  readonly psychological: string
}

/** Whether the certificate holds on a day and both conclusions, the physical and the psychological, allow work. */
export function isFitToWork(examination: ExaminationTerms, day: string): boolean {
  const { physical, psychological } = examination
  return isCertificateValid(examination, day) && allowsWork(physical) && allowsWork(psychological)
}

function allowsWork(conclusion: string): boolean {
  return conclusion === 'FIT' || conclusion === 'FIT_WITH_NOTE'
}
