import { tooLarge } from './tooLarge.ts'

/** Throws OPERATION_TOO_LARGE when a variable holds values inside values beyond the depth allowed to written ones. */
export function checkVariableDepth(variables: Readonly<Record<string, unknown>>, depth: number): void {
  if (Object.values(variables).some((value) => isDeeper(value, depth))) throw tooLarge('depth', depth)
}

/** Goes down no further than the levels allowed: a body may be nested deeper than any stack. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
