import { isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { ErrorCode } from '../../../platform/errors.ts'
import { isErrorCode } from '../../../platform/isErrorCode.ts'
import type { AgencyAnswerError } from '../../agency/AgencyAnswer.ts'
import type { Reason } from '../../disclose/Gap.ts'

/** What an agency's errors mean for the client: codes of our table, and none of the agency's own text. */
export interface ErrorReader {
  readonly read: (error: Pick<AgencyAnswerError, 'extensions'>) => Reason
  /** The agency did not answer. */
  readonly unavailable: Reason
  /** The agency answered, but not what it should. */
  readonly broken: Reason
}

/** Errors that tell the client about its own request; the agency's word is as good as ours. */
const ofTheRequest: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'NIK_MALFORMED',
  'REGION_UNKNOWN',
  'PAGE_SIZE_OUT_OF_RANGE',
  'CURSOR_INVALID',
  'FORBIDDEN_FIELD',
]

/** Errors that tell of the agency's state; for the client it is the same as no answer, and asking again may help. */
const ofTheMoment: readonly ErrorCode[] = ['AGENCY_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'OVERLOADED', 'SHUTTING_DOWN']

/**
 * Makes the reader of an agency's errors. The name of an argument or a field stays only when the supergraph has one of that name:
 * people have names that look like arguments.
 */
export function createErrorReader(supergraph: GraphQLSchema, agency: string): ErrorReader {
  const names = argumentNames(supergraph)
  const unavailable: Reason = { code: 'AGENCY_UNAVAILABLE', details: { agency } }
  const broken: Reason = { code: 'AGENCY_ERROR', details: { agency } }

  function read({ extensions }: Pick<AgencyAnswerError, 'extensions'>): Reason {
    const { code, argument, field } = extensions ?? {}
    if (!isErrorCode(code)) return broken
    if (ofTheMoment.includes(code)) return unavailable
    if (!ofTheRequest.includes(code)) return broken
    const named = typeof argument === 'string' && names.has(argument) ? { argument } : {}
    return { code, details: typeof field === 'string' && isField(supergraph, field) ? { ...named, field } : named }
  }
  return { read, unavailable, broken }
}

function isField(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = '', fieldName = ''] = coordinate.split('.')
  const type = schema.getType(typeName)
  return (isObjectType(type) || isInterfaceType(type)) && Object.hasOwn(type.getFields(), fieldName)
}

function argumentNames(supergraph: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) names.add(name)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const { args } of Object.values(type.getFields())) for (const { name } of args) names.add(name)
  }
  return names
}
