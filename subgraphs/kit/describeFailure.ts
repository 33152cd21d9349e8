import pg from 'pg'
import { codeOf } from '../../platform/codeOf.ts'
import { describeError } from '../../platform/describeError.ts'

/** What PostgreSQL says of an error that is a name. Its message, detail, hint and context may hold a value of a row. */
const named = ['table', 'column', 'dataType', 'constraint'] as const

/** A name that somebody gave, and no number that a RAISE of somebody's may have put in its place. */
const name = /^[A-Za-z_]\w*$/

/**
 * What failed, in words for whoever starts an agency, without a value: the code and the names that PostgreSQL gives, such as
 * `23505, table office, constraint office_pkey`, with the line of `script` where it says one; of anything else its kind and where
 * it was thrown.
 */
export function describeFailure(error: unknown, script?: string): string {
  const { name: kind, at = [] } = describeError(error)
  const code = codeOf(error)
  if (!(error instanceof pg.DatabaseError)) return [code ?? kind, ...at.slice(0, 1)].join(' ')
  const names = named.flatMap((part) => {
    const given = error[part]
    return given !== undefined && name.test(given) ? [`${part === 'dataType' ? 'type' : part} ${given}`] : []
  })
  const line = script === undefined ? undefined : lineOf(error, script)
  return [code ?? kind, ...(line === undefined ? [] : [`line ${line}`]), ...names].join(', ')
}

/** Positions are told of the innermost query, which a function of the script may have as well, and count characters from 1. */
function lineOf({ internalPosition, internalQuery }: pg.DatabaseError, script: string): number | undefined {
  if (internalPosition === undefined || internalQuery?.startsWith(script) !== true) return undefined
  const before = Array.from(script).slice(0, Number(internalPosition) - 1)
  return before.filter((character) => character === '\n').length + 1
}
