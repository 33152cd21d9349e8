import { z } from 'zod'

/** What is known of a variable in words. */
export interface VariableDescription {
  readonly description: string
  /** Completes "Allowed is ...". */
  readonly allowed: string
  /** What stands in for an absent variable, as text, or undefined when nothing does. */
  readonly fallback: string | undefined
  /** Whether `<NAME>_FILE` may be given in its place, the path of a file that holds the value. */
  readonly sensitive: boolean
}

/** Reads the words of a variable's schema, also where `.default()` or `.optional()` was wrapped around it. */
export function describeVariable(schema: unknown): VariableDescription {
  let inner = schema
  let fallback: string | undefined
  while (inner instanceof z.ZodDefault || inner instanceof z.ZodOptional) {
    if (inner instanceof z.ZodDefault) fallback ??= String(inner.def.defaultValue)
    inner = inner.unwrap()
  }
  const words: Readonly<Record<string, unknown>> = inner instanceof z.ZodType ? (inner.meta() ?? {}) : {}
  return {
    description: asText(words['description']) ?? '',
    allowed: asText(words['allowed']) ?? 'another value',
    fallback: asText(words['defaultText']) ?? fallback,
    sensitive: words['sensitive'] === true,
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
