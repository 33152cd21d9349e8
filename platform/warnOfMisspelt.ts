import { closest, distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { Logger } from './Logger.ts'
import { describeVariable } from './describeVariable.ts'

/** Variables that a process reads, each behind the prefix. */
export interface ReadVariables {
  readonly schema: z.ZodObject
  readonly prefix?: string
}

/** Letters that may be wrong, missing, too many, or (counted twice) in the place of one another. */
const mostWrong = 2

/** In a shorter name, so many wrong letters make another word. */
const shortest = 6

/**
 * Logs a warning for each variable of the environment that nobody reads and that is nearly called like one that is read: what was
 * meant is its default meanwhile. Small letters and hyphens are taken for what they stand for. No value is logged.
 */
export function warnOfMisspelt(
  source: Readonly<Record<string, string | undefined>>,
  read: readonly ReadVariables[],
  logger: Pick<Logger, 'warn'>,
): void {
  const known = new Set(read.flatMap(namesOf))
  for (const name of Object.keys(source)) {
    if (known.has(name) || name.length < shortest) continue
    const written = name.toUpperCase().replaceAll('-', '_')
    const meant = closest(written, [...known])
    if (distance(meant, written) <= mostWrong)
      logger.warn({ variable: name, meant }, 'a variable of the environment is not known')
  }
}

function namesOf({ schema, prefix = '' }: ReadVariables): readonly string[] {
  return Object.entries(schema.shape).flatMap(([name, variable]) => {
    const whole = `${prefix}${name}`
    return describeVariable(variable).sensitive ? [whole, `${whole}_FILE`] : [whole]
  })
}
