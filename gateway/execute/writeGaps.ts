import type { GraphQLFormattedError } from 'graphql'
import { errors } from '../../platform/errors.ts'
import type { Gap } from '../disclose/Gap.ts'

/**
 * The errors that tell of gaps, with their codes and details; what else the table says of a code is theirs as they leave (`maskError`).
 * What they have in common is made once: a list of a hundred can have hundreds of gaps. That a field may not be seen is told once, where
 * it stands first, also where an agency says so of each row.
 */
export function writeGaps(gaps: readonly Gap[]): readonly GraphQLFormattedError[] {
  const texts = new Map<string, GraphQLFormattedError>()
  const forbidden = new Set<string>()
  return gaps.flatMap(({ code, details, place: path }) => {
    const name = `${code} ${details.agency} ${details.argument} ${details.field}`
    if (code === 'FORBIDDEN_FIELD') {
      const field = `${name} ${path?.filter((step) => typeof step === 'string').join('.')}`
      if (forbidden.has(field)) return []
      forbidden.add(field)
    }
    const text = texts.get(name) ?? { message: errors[code].en, extensions: { code, ...details } }
    texts.set(name, text)
    return [path === undefined ? text : { ...text, path }]
  })
}
