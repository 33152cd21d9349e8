import type { Luck } from './createLuck.ts'
import { literalsByArguments } from './literalsByArguments.ts'

/** The arguments of a field, none for two of five. */
export function drawArguments({ dice, pick }: Luck): string {
  return dice(10) < 3 ? '' : pick(Object.keys(literalsByArguments))
}
