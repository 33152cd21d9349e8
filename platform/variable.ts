import { z } from 'zod'

/** A variable's schema; its metadata says in words what is allowed, for error messages and `docs/configuration.md`. */
interface VariableText {
  readonly description: string
  /** Shown instead of the default where the default would be long or is worked out. */
  readonly defaultText?: string
  /** Whether the value is a secret or may hold one, as the password in a URL: then a file may hold it. */
  readonly sensitive?: boolean
}

/** Makers of the kinds of environment variables there are. A maker's result takes `.default(...)` or `.optional()`. */
export const variable = {
  wholeNumber(range: { readonly min: number; readonly max: number }, text: VariableText) {
    return z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .pipe(z.number().min(range.min).max(range.max))
      .meta({ ...text, allowed: `a whole number from ${range.min} to ${range.max}` })
  },

  choice<const Choices extends readonly [string, ...string[]]>(choices: Choices, text: VariableText) {
    return z.enum(choices).meta({ ...text, allowed: `one of ${choices.join(', ')}` })
  },

  text(pattern: RegExp, allowed: string, text: VariableText) {
    return z
      .string()
      .regex(pattern)
      .meta({ ...text, allowed })
  },

  httpUrl(text: VariableText) {
    return z.url({ protocol: /^https?$/ }).meta({ ...text, allowed: 'a URL that begins with http:// or https://' })
  },

  postgresUrl(text: VariableText) {
    return z
      .url({ protocol: /^postgres(ql)?$/ })
      .meta({ ...text, sensitive: true, allowed: 'a URL that begins with postgres:// or postgresql://' })
  },

  secret(text: VariableText) {
    return z
      .string()
      .min(32)
      .meta({ ...text, sensitive: true, allowed: 'a secret of at least 32 characters' })
  },
} as const
