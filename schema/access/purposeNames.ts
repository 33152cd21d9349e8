import { isPurpose } from './isPurpose.ts'
import { purposes } from './purposes.ts'
import type { Purpose } from './purposes.ts'

/** The purposes there are, in the order of their table. */
export const purposeNames: readonly Purpose[] = Object.keys(purposes).filter(isPurpose)
