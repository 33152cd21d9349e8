import type { Gap } from '../disclose/Gap.ts'
import type { Withheld } from './createProjection.ts'

/** What is said of a field that was withheld. */
export function gapOfWithheld({ mark: { code, field, agency }, place }: Withheld): Gap {
  return { code, details: agency === undefined ? { field } : { agency, field }, place }
}
