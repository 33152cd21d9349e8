import { NIK } from './NIK.ts'

/** Whether a text is a NIK, as it stands. */
export function isNik(text: string): boolean {
  try {
    return NIK.parseValue(text) === text
  } catch {
    return false
  }
}
