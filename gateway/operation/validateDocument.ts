import { NoSchemaIntrospectionCustomRule, specifiedRules, validate } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { describeLiteral } from '../disclose/describeLiteral.ts'
import { describeValidationError } from '../disclose/describeValidationError.ts'
import { faultAt } from './faultAt.ts'
import { requireRootType } from './requireRootType.ts'

/** Errors told at most; a document may hold thousands. */
const mostErrors = 10

const openRules = [...specifiedRules, requireRootType]

/**
 * Throws an AggregateError of faults for a document that does not fit the schema, each with what is wrong. Unless clients may
 * see the schema (`showsSchema`), they can neither ask for it nor have names suggested.
 */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode, showsSchema: boolean): void {
  const rules = showsSchema ? openRules : [...openRules, NoSchemaIntrospectionCustomRule]
  const errors = validate(schema, document, rules, { maxErrors: mostErrors, hideSuggestions: !showsSchema })
  if (errors.length === 0) return
  throw new AggregateError(
    errors.map((error) => {
      const { code } = error.extensions
      if (isErrorCode(code)) return faultAt(code, error, describeLiteral(error, document))
      return faultAt('GRAPHQL_VALIDATION_FAILED', error, describeValidationError(error))
    }),
  )
}
