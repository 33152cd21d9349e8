import type { GraphQLFormattedError } from 'graphql'
import { fault } from '../../platform/fault.ts'
import type { Gap } from '../disclose/Gap.ts'

/** The errors that tell of gaps. What they have in common is made once: a list of a hundred can have hundreds of gaps. */
export function writeGaps(gaps: readonly Gap[]): readonly GraphQLFormattedError[] {
  const texts = new Map<string, GraphQLFormattedError>()
  return gaps.map(({ code, details, place: path }) => {
    const name = `${code} ${details.agency} ${details.argument} ${details.field}`
    const text = texts.get(name) ?? fault(code, details).toJSON()
    texts.set(name, text)
    return path === undefined ? text : { ...text, path }
  })
}
