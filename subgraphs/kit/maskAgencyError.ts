import { GraphQLError } from 'graphql'
import type { Logger } from '../../platform/Logger.ts'
import { errors } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { isDatabaseUnavailable } from './isDatabaseUnavailable.ts'
import { kindOfFailure } from './kindOfFailure.ts'
import { locateField } from './locateField.ts'
import type { Asked } from './locateField.ts'

export interface MaskOptions {
  readonly logger: Logger
  readonly correlationId: string
  readonly asked: Asked
}

/**
 * The error as it may leave the agency, at its path, with the correlation id. An error of the table keeps its code and
 * details and gets the table's text, since GraphQL puts values in front of it; variables that their types refuse are
 * BAD_USER_INPUT, a database that cannot be reached is AGENCY_UNAVAILABLE; anything else is logged with its field and kind, and
 * becomes INTERNAL.
 */
export function maskAgencyError(error: GraphQLError, { logger, correlationId, asked }: MaskOptions): GraphQLError {
  const { code } = error.extensions
  if (isErrorCode(code)) {
    const extensions = { ...error.extensions, correlationId }
    return new GraphQLError(errors[code].en, { path: error.path, extensions })
  }
  // What has no path was refused before any resolver ran.
  if (error.path === undefined) return fault('BAD_USER_INPUT', { correlationId })
  const cause = error.originalError ?? error
  if (isDatabaseUnavailable(cause)) {
    logger.warn({ correlationId, error: cause }, 'the database does not answer')
    return fault('AGENCY_UNAVAILABLE', { correlationId }, { path: error.path })
  }
  logger.error(
    { correlationId, ...locateField(asked, error), kind: kindOfFailure(cause), error: cause },
    'a resolver failed',
  )
  return fault('INTERNAL', { correlationId }, { path: error.path })
}
